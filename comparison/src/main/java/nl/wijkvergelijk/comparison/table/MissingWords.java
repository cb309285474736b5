package nl.wijkvergelijk.comparison.table;

import java.util.Map;
import nl.wijkvergelijk.http.Text;

/** Why there is no figure, as people read it; the same in a chart and on a page. */
public final class MissingWords {

    private static final Map<String, Text> BY_CODE = Map.of(
            "not-stated", new Text("niet vermeld", "not stated"),
            "unknown", new Text("onbekend", "unknown"),
            "not-applicable", new Text("niet van toepassing", "not applicable"),
            "refused", new Text("geweigerd", "refused"),
            "lost", new Text("verloren gegaan", "lost"),
            "not-asked", new Text("niet gevraagd", "not asked"),
            "not-answered", new Text("niet beantwoord", "not answered"),
            "withdrawn", new Text("ingetrokken", "withdrawn"),
            "redacted", new Text("onleesbaar gemaakt", "redacted"),
            "not-computable", new Text("niet te berekenen", "cannot be computed"));

    private MissingWords() {}

    /** The words of a missing code; a code that has none is its own word. */
    public static Text of(String code) {
        return BY_CODE.getOrDefault(code, new Text(code, code));
    }
}
