/** Figures by themselves: flat rows for tools, and the chain behind each figure down to the document it was read from. */
package nl.wijkvergelijk.comparison.figures;
