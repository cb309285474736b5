package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/** A named comparison: its columns in order, by indicator id; {@code agreement} adds how far raters agree on each rating column. */
public record Topic(String id, Text title, Text description, List<String> columns, boolean agreement) {

    public Topic {
        columns = List.copyOf(columns);
    }
}
