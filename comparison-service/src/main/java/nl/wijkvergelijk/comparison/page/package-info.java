/** One page over the comparisons, for whoever has a browser and no program: written on the server, without scripts. */
package nl.wijkvergelijk.comparison.page;
