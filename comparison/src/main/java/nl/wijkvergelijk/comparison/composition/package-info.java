/** Shares of one whole: how far they add up, what is left for those not known, and how alike two divisions are. */
package nl.wijkvergelijk.comparison.composition;
