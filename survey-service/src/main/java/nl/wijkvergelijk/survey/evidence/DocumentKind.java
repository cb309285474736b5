package nl.wijkvergelijk.survey.evidence;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/** What kinds of documents there are. */
final class DocumentKind {

    /** The codes, as a pattern. */
    static final String FORM =
            "policy-note|governing-programme|organigram|job-description|protocol|ward-instrument|statistics|report|website|other";

    private DocumentKind() {}

    /** The codes, in order. */
    static List<String> codes() {
        return List.of(FORM.split("\\|"));
    }

    /** The kind for people. */
    static Text label(String code) {
        return switch (code) {
            case "policy-note" -> new Text("beleidsnota", "policy note");
            case "governing-programme" -> new Text("bestuursprogramma", "governing programme");
            case "organigram" -> new Text("organogram", "organigram");
            case "job-description" -> new Text("functieomschrijving", "job description");
            case "protocol" -> new Text("protocol", "protocol");
            case "ward-instrument" -> new Text("wijkinstrument", "ward instrument");
            case "statistics" -> new Text("statistiek", "statistics");
            case "report" -> new Text("rapport", "report");
            case "website" -> new Text("website", "website");
            case "other" -> new Text("overig", "other");
            default -> throw new IllegalArgumentException("no such kind of document: " + code);
        };
    }
}
