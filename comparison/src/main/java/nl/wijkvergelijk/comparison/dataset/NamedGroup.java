package nl.wijkvergelijk.comparison.dataset;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * Municipalities of a round of which somebody says that they belong together, as last published.
 *
 * @param description what they have in common; null where nobody says
 * @param source who says that they belong together
 * @param municipalities codes, ascending; also of those of which no answer is public
 * @param sequence the publication it came with
 */
public record NamedGroup(
        String id, Text name, Text description, String source, List<String> municipalities, long sequence) {

    static NamedGroup of(GroupRow row) {
        return new NamedGroup(
                row.id(), row.name(), row.description(), row.source(), row.municipalities(), row.sequence());
    }
}
