/** Answers as they go out: with their headers, as bytes, packed for who takes that; kept for who asks the same again. */
package nl.wijkvergelijk.comparison.kept;
