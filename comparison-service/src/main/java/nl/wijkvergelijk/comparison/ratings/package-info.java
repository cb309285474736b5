/** A round's rating session over HTTP: what each scale shows, and how far raters and scales agree. */
package nl.wijkvergelijk.comparison.ratings;
