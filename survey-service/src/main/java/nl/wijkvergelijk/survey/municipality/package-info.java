/** Municipalities: CBS code, name, when they existed and what they merged into. */
package nl.wijkvergelijk.survey.municipality;
