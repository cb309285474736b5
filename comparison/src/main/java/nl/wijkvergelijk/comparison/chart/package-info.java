/** Tables as pictures: one bar per municipality and indicator, drawn as SVG with everything the table says about it. */
package nl.wijkvergelijk.comparison.chart;
