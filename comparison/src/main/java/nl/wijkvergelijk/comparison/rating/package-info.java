/** How far raters agree: Kendall's W over complete ballots, over balanced incomplete ones or over totals of strict rankings, its p-value, and Spearman's rank correlation. */
package nl.wijkvergelijk.comparison.rating;
