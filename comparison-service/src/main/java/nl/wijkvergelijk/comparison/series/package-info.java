/** One municipality through the rounds: its figures, and the change from each round to the next. */
package nl.wijkvergelijk.comparison.series;
