package nl.wijkvergelijk.comparison.definitions;

/** A definitions file says something that cannot be meant, or a number is asked that is not there; the message says which and where. */
public class InvalidDefinitions extends RuntimeException {

    /** With a sentence an author of definitions understands. */
    public InvalidDefinitions(String message) {
        super(message);
    }
}
