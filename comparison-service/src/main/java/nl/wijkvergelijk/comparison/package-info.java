/** Serves read-only comparisons of what was published; here stands only what all its features share, the catalogue of problems. */
package nl.wijkvergelijk.comparison;
