/** Comparisons by topic: which there are, and each in the forms of a table. */
package nl.wijkvergelijk.comparison.comparisons;
