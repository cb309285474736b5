package nl.wijkvergelijk.survey.publication;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * A row of {@code published.municipality_group}.
 *
 * @param name null when it is withdrawn
 * @param description null when there is none
 * @param source who says that these belong together; null when it is withdrawn
 */
public record PublishedGroup(
        String round,
        String id,
        Text name,
        Text description,
        String source,
        List<String> municipalities,
        boolean withdrawn)
        implements PublishedRow {

    /** That a group is no longer public: nothing of what it was is repeated. */
    public static PublishedGroup withdrawn(String round, String id) {
        return new PublishedGroup(round, id, null, null, null, List.of(), true);
    }
}
