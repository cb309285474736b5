/** Comparisons by topic: which there are, and each as JSON or CSV. */
package nl.wijkvergelijk.comparison.comparisons;
