/** The lists around the comparisons: rounds, municipalities, indicators, versions of the data, limits. */
package nl.wijkvergelijk.comparison.catalogue;
