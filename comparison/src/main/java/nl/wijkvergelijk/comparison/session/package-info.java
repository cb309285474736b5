/** What a rating session shows: per scale means, ranks, who gave what, self against others, and how far raters and scales agree. */
package nl.wijkvergelijk.comparison.session;
