package nl.wijkvergelijk.comparison.page;

import java.util.List;
import nl.wijkvergelijk.http.Language;

/**
 * What the page shows, in words.
 *
 * @param groups the named groups of the round; none where nobody made any
 * @param trouble what could not be shown as it was asked; empty when all is well
 * @param table null when nothing is published yet
 */
record Sheet(
        Language language,
        String otherLanguage,
        List<Choice> topics,
        List<Choice> rounds,
        List<Choice> groups,
        List<Choice> municipalities,
        List<String> trouble,
        Shown table) {

    /** A sentence in the reader's language. */
    public String t(String nl, String en) {
        return language == Language.NL ? nl : en;
    }

    public String lang() {
        return language.code();
    }

    public String otherLang() {
        return (language == Language.NL ? Language.EN : Language.NL).code();
    }

    public String otherName() {
        return language == Language.NL ? "English" : "Nederlands";
    }

    /** Something to choose in the form. */
    record Choice(String id, String label, boolean chosen) {}

    /**
     * The comparison.
     *
     * @param among the group it is of, and who of it is not here; null for the whole round
     * @param query what leads to the same in the API, from {@code ?} on
     * @param pinned the same for what will never change
     */
    record Shown(
            String title,
            String description,
            String topic,
            String among,
            String query,
            String pinned,
            String origin,
            List<Head> heads,
            List<Line> lines,
            List<Line> summary,
            List<Remark> warnings,
            String citation,
            String licence) {}

    /** A column. */
    record Head(String id, String label, String unit, boolean number) {}

    /** A municipality, or a summary, and its cells. */
    record Line(String label, List<Figure> figures) {}

    /**
     * One figure.
     *
     * @param text the value, or why there is none
     * @param range what it can be; null when that is no more than the value
     * @param status what is the matter with it, in words; null when nothing is
     * @param sign a mark for the same, so that it shows without colour
     * @param rank null when it has none
     * @param href where it comes from; null when there is nothing to follow
     */
    record Figure(
            String text,
            String range,
            String status,
            String sign,
            String rank,
            String href,
            boolean missing,
            boolean number) {}

    /** A warning and what it is about. */
    record Remark(String sentence, String about) {}
}
