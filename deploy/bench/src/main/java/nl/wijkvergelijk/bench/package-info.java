/** Writes, reads and breaks things at once, and afterwards holds what the product says against what it acknowledged. Not part of the product. */
package nl.wijkvergelijk.bench;
