package nl.wijkvergelijk.survey.publication;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * A row of {@code published.finding}.
 *
 * @param position its place among the findings of the round
 * @param parent the observation it belongs to; null for none
 * @param text null when it is withdrawn
 * @param evidence a JSON array
 */
public record PublishedFinding(
        String round,
        String id,
        String theme,
        Text themeLabel,
        String kind,
        int position,
        String parent,
        Text text,
        List<String> indicators,
        List<String> municipalities,
        List<String> relatedThemes,
        String evidence,
        boolean withdrawn)
        implements PublishedRow {

    /** That a finding is no longer public: nothing of what it said is repeated. */
    public static PublishedFinding withdrawn(
            String round, String id, String theme, Text themeLabel, String kind, int position) {
        return new PublishedFinding(
                round, id, theme, themeLabel, kind, position, null, null, List.of(), List.of(), List.of(), "[]", true);
    }
}
