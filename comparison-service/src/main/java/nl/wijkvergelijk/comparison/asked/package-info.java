/** What a request asks to see, read and checked: rounds, municipalities, indicators, order, version, form. Everything that is not there is refused by name, all at once. */
package nl.wijkvergelijk.comparison.asked;
