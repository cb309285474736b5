/** Reads what was published from the schema {@code published}, the seam between the services, into a dataset. */
package nl.wijkvergelijk.comparison.seam;
