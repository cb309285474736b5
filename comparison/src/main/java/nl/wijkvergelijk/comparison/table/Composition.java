package nl.wijkvergelijk.comparison.table;

import java.util.List;
import nl.wijkvergelijk.comparison.composition.Likeness.Neighbour;
import nl.wijkvergelijk.comparison.composition.Percentage;
import nl.wijkvergelijk.comparison.definitions.Interval;

/**
 * What a topic of shares says beside its cells: row by row how far the shares add up, in the order of the municipalities' names, and,
 * where no more than {@link #LISTED} complete rows are shown, how far every two of them are apart and who is most alike. Parts are
 * indicator ids; all parts of the topic count, whichever columns are shown.
 */
public record Composition(List<String> parts, List<Division> rows, List<Distance> distances) {

    /** So many complete rows are held against others: the work grows with their square, or with them times the group. */
    public static final int LISTED = 50;

    /**
     * One row. Sum and closure are null when no share is known. {@code unknown} are the parts whose share is not known and {@code left}
     * where each of them can lie, null unless the row is known in part. {@code mostAlike} is over the whole group, the nearest first;
     * null where more complete rows are shown than are {@link #LISTED}, so that nobody looked.
     */
    public record Division(
            String code,
            String name,
            int known,
            Percentage sum,
            Percentage closure,
            List<String> unknown,
            Interval left,
            List<Neighbour> mostAlike) {}

    /** How far two rows are apart, in percent points. */
    public record Distance(String from, String to, Percentage distance) {}
}
