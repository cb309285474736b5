/** How answers are written: JSON and CSV, numbers without noise, entity tags, caching. Knows no comparing. */
package nl.wijkvergelijk.comparison.representation;
