/** What one publication changed: two datasets side by side, figure by figure, with the names, rounds and definitions that changed. */
package nl.wijkvergelijk.comparison.changes;
