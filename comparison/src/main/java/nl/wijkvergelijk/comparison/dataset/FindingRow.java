package nl.wijkvergelijk.comparison.dataset;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * One row of {@code published.finding} without its texts, which are looked up by key.
 *
 * @param id in its round; {@code 2005.<id>} to the reader
 * @param position its place among the findings of the round
 * @param parent the observation it belongs to, by id; null for none
 */
public record FindingRow(
        long sequence,
        String round,
        String id,
        String theme,
        Text themeLabel,
        String kind,
        int position,
        String parent,
        List<String> indicators,
        List<String> municipalities,
        List<String> relatedThemes,
        boolean withdrawn) {}
