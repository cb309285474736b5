/** The lists around the comparisons: rounds, municipalities, indicators, versions of the data, limits; and the catalogue for other catalogues. */
package nl.wijkvergelijk.comparison.catalogue;
