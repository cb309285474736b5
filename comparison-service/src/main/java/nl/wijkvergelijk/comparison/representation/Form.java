package nl.wijkvergelijk.comparison.representation;

/** What an answer is made of: a {@link Format} of a table, or a {@link Picture} of one. */
public sealed interface Form permits Format, Picture {

    /** What {@code Content-Type} says. */
    String contentType();

    /** Short, as a file's ending. */
    String code();
}
