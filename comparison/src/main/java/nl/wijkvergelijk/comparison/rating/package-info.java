/** How far raters agree: Kendall's W over complete ballots or over totals of strict rankings, and its p-value. */
package nl.wijkvergelijk.comparison.rating;
