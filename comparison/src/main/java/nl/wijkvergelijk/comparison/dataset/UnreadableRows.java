package nl.wijkvergelijk.comparison.dataset;

/** Published rows that this release cannot take; whoever loads keeps what it has. The message says which. */
public class UnreadableRows extends RuntimeException {

    /** With what is wrong. */
    public UnreadableRows(String message) {
        super(message);
    }
}
