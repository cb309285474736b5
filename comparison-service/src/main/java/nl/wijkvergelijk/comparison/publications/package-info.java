/** What each publication changed, figure by figure. */
package nl.wijkvergelijk.comparison.publications;
