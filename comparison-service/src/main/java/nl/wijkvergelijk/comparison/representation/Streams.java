package nl.wijkvergelijk.comparison.representation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Writes what comes, item by item. */
final class Streams {

    private Streams() {}

    /** Takes an item. */
    @FunctionalInterface
    interface Taking<T> {

        /** This one. */
        void take(T item) throws IOException;
    }

    /** Takes each item as it is made: an iterator of a stream of streams would have all of an inner one made first. */
    static <T> void each(Stream<T> items, Taking<T> taking) throws IOException {
        try {
            items.forEachOrdered(item -> {
                try {
                    taking.take(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
