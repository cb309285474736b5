package nl.wijkvergelijk.comparison.swot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.FlatCsv;

/** A {@link SwotView} as CSV: one line per point, and one per answer without any, whether missing or empty. */
final class SwotCsv {

    /** The columns, in their order for ever. */
    static final List<String> COLUMNS = List.of(
            "round",
            "municipalityCode",
            "municipalityName",
            "kind",
            "point",
            "text",
            "missing",
            "note",
            "disputed",
            "dataset");

    private SwotCsv() {}

    static Content content(SwotView view) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (SwotView.AnswerView each : view.answers()) {
            List<String> points = points(each.answer().path("value"));
            if (points.isEmpty()) {
                lines.add(line(view, each, null, null));
            }
            for (int i = 0; i < points.size(); i++) {
                lines.add(line(view, each, i + 1, points.get(i)));
            }
        }
        return FlatCsv.content(COLUMNS, lines);
    }

    /** A list of texts, or one text. */
    private static List<String> points(JsonNode value) {
        List<String> points = new ArrayList<>();
        if (value.isTextual()) {
            points.add(value.asText());
        }
        value.forEach(each -> points.add(each.asText()));
        return points;
    }

    private static Map<String, Object> line(SwotView view, SwotView.AnswerView each, Integer point, String text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("round", FlatCsv.safe(view.round()));
        line.put("municipalityCode", FlatCsv.safe(each.municipality().code()));
        line.put("municipalityName", FlatCsv.safe(each.municipality().name()));
        line.put("kind", each.kind());
        line.put("point", point);
        line.put("text", FlatCsv.safe(text));
        line.put("missing", FlatCsv.safe(each.answer().path("missing").asText(null)));
        line.put("note", FlatCsv.safe(each.answer().path("note").asText(null)));
        line.put("disputed", each.answer().path("disputed").asBoolean());
        line.put("dataset", view.dataset().version());
        return line;
    }
}
