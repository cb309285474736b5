package nl.wijkvergelijk.comparison.dataset;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/** One row of {@code published.municipality_group}; {@code name} and {@code source} are null when it is withdrawn, {@code description} where there is none. */
public record GroupRow(
        long sequence,
        String round,
        String id,
        Text name,
        Text description,
        String source,
        List<String> municipalities,
        boolean withdrawn) {

    public GroupRow {
        municipalities = List.copyOf(municipalities);
    }
}
