package nl.wijkvergelijk.comparison.seam;

/** A publication has not the rows it says it has: what we would show is not what was published. */
public final class IncompletePublication extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompletePublication(String message) {
        super(message);
    }
}
