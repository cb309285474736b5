/** Profiles: one municipality in one round for reading, with every answer in words, its description and whether it agrees, its evidence, and what was found about it. */
package nl.wijkvergelijk.comparison.profiles;
