package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * A named comparison: its columns in order, by indicator id; {@code agreement} adds how far raters agree on each rating column.
 * {@code composition} says that the columns with numbers are shares of one whole, in percent.
 */
public record Topic(
        String id, Text title, Text description, List<String> columns, boolean agreement, boolean composition) {

    public Topic {
        columns = List.copyOf(columns);
    }

    /** A topic whose columns are not shares of one whole. */
    public Topic(String id, Text title, Text description, List<String> columns, boolean agreement) {
        this(id, title, description, columns, agreement, false);
    }
}
