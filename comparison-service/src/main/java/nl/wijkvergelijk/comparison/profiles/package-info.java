/** Profiles: one municipality in one round for reading, with every answer in words and what was found about it. */
package nl.wijkvergelijk.comparison.profiles;
