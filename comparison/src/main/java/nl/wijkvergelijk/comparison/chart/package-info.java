/** Comparisons as pictures: bars, shares of one whole, two rounds, ratings; drawn as SVG with everything that must be known of the figures. */
package nl.wijkvergelijk.comparison.chart;
