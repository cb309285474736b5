package nl.wijkvergelijk.comparison.table;

/** How it is chosen who is ranked and summarised together. */
public sealed interface Grouping {

    /** Everybody in the round. */
    Grouping ROUND = new WholeRound();

    /** Everybody in the round. */
    record WholeRound() implements Grouping {}

    /** A municipality and the so many others that are nearest to it by residents. */
    record Peers(String of, int count) implements Grouping {}

    /** The municipalities of one size class. */
    record OfSize(SizeClass sizeClass) implements Grouping {}

    /** The municipalities of a named group of the round, by its id. */
    record Named(String id) implements Grouping {}
}
