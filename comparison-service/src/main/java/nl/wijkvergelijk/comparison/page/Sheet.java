package nl.wijkvergelijk.comparison.page;

import java.util.List;
import nl.wijkvergelijk.http.Language;

/**
 * What the page shows, in words.
 *
 * @param among what there is to choose from of whom to compare with
 * @param trouble what could not be shown as it was asked; empty when all is well
 * @param table null when nothing is published yet
 */
record Sheet(
        Language language,
        String otherLanguage,
        List<Choice> topics,
        List<Choice> rounds,
        List<Choice> municipalities,
        Among among,
        List<String> trouble,
        Shown table)
        implements Bilingual {

    /** Whose peers, how many, which size classes, and the named groups of the round; none where nobody made any. */
    record Among(List<Choice> peersOf, String peers, List<Choice> sizeClasses, List<Choice> named) {}

    /** Something to choose in the form. */
    record Choice(String id, String label, boolean chosen) {}

    /**
     * The comparison.
     *
     * @param query what leads to the same in the API, from {@code ?} on
     * @param pinned the same for what will never change
     * @param group among whom ranks and summary are
     * @param chart null where there are texts only
     * @param composition how far shares add up; empty unless the topic is of shares of one whole
     */
    record Shown(
            String title,
            String description,
            String topic,
            String query,
            String pinned,
            String origin,
            String group,
            Drawn chart,
            List<Head> heads,
            List<Line> lines,
            List<Line> summary,
            List<Whole> composition,
            List<Remark> warnings,
            String citation,
            String licence) {}

    /**
     * The chart of what is shown.
     *
     * @param address where it is
     * @param says what it is of, for who cannot see it
     * @param kinds what else can be drawn
     * @param rounds what it can be compared with; empty where there is one round only
     */
    record Drawn(String address, String says, List<Choice> kinds, List<Choice> rounds) {}

    /** How far one municipality's shares add up, what is open, and who divides most alike. */
    record Whole(String label, String sum, String open, String alike) {}

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
