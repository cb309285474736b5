package nl.wijkvergelijk.comparison.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.FindingRow;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.published.FindingText;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.http.Language;

/**
 * A finding as it is shown.
 *
 * @param id such as {@code 2005.goals-alike}
 * @param text absent when it has been withdrawn
 * @param parent the id of the observation that it belongs to; absent for none
 * @param children the ids of the questions and learning points that belong to it
 */
public record FindingView(
        String id,
        String round,
        Theme theme,
        String kind,
        String text,
        String parent,
        List<String> children,
        List<String> indicators,
        List<MunicipalityName> municipalities,
        List<String> relatedThemes,
        JsonNode evidence,
        boolean withdrawn,
        PublicationView publication,
        String provenance) {

    /** A theme in words. */
    public record Theme(String code, String label) {}

    static FindingView of(
            FindingRow row,
            FindingText text,
            List<String> children,
            Dataset dataset,
            PublicationView publication,
            long version,
            Language language) {
        String id = id(row, row.id());
        return new FindingView(
                id,
                row.round(),
                new Theme(row.theme(), row.themeLabel().in(language)),
                row.kind(),
                text == null ? null : text.text().in(language),
                row.parent() == null ? null : id(row, row.parent()),
                children.stream().map(child -> id(row, child)).toList(),
                row.indicators(),
                row.municipalities().stream()
                        .map(code -> new MunicipalityName(code, name(dataset, code)))
                        .toList(),
                row.relatedThemes(),
                text == null ? JsonNodeFactory.instance.arrayNode() : text.evidence(),
                row.withdrawn(),
                publication,
                "/v1/findings/" + id + "?dataset=" + version);
    }

    private static String id(FindingRow row, String inRound) {
        return row.round() + "." + inRound;
    }

    private static String name(Dataset dataset, String code) {
        Municipality known = dataset.municipalities().get(code);
        return known == null ? code : known.name();
    }
}
