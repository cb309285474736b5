package nl.wijkvergelijk.comparison.page;

import java.util.List;
import nl.wijkvergelijk.http.Language;

/**
 * Where one figure comes from, in words.
 *
 * @param value the figure, or why there is none
 * @param range what it can be; null when that is no more than the value
 * @param superseded what to know when this is no longer the latest; null otherwise
 * @param steps conversions, assumptions and what lacks, a sentence each
 * @param parts the answers it was computed from
 * @param editions the versions in which those answers have been
 * @param back the comparison it stands in
 * @param data the same as JSON
 */
record Origin(
        Language language,
        String otherLanguage,
        String title,
        String value,
        String range,
        String status,
        String rank,
        String superseded,
        String formula,
        List<String> steps,
        List<Part> parts,
        List<Edition> editions,
        String back,
        String data,
        String citation,
        String licence)
        implements Bilingual {

    /** One answer, with all that the sources say and where that stands. */
    record Part(String title, List<Fact> facts, List<String> sources, List<Other> others) {}

    /** Something known of it. */
    record Fact(String label, String text) {}

    /** Something else that a source says, and how that relates to the answer. */
    record Other(String relation, String text, List<String> sources) {}

    /** A version to look at; null for the one that is shown. */
    record Edition(String href, String label) {}
}
