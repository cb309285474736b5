package nl.wijkvergelijk.comparison.findings;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.FindingRow;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.published.FindingText;
import nl.wijkvergelijk.comparison.published.KeyedTexts;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.http.Language;

/** The findings of one round as they were at one sequence, with the names and the publications of that moment. */
final class FindingsAt {

    private final Held held;
    private final Dataset dataset;
    private final String round;
    private final long sequence;
    private final KeyedTexts texts;
    private final Map<String, FindingRow> byId = new HashMap<>();
    private final List<FindingRow> rows;

    FindingsAt(Held held, Dataset dataset, String round, long sequence, KeyedTexts texts) {
        this.held = held;
        this.dataset = dataset;
        this.round = round;
        this.sequence = sequence;
        this.texts = texts;
        this.rows = held.findings().at(round, sequence);
        rows.forEach(row -> byId.put(row.id(), row));
    }

    /** A finding's own theme and those it touches. */
    static List<String> themes(FindingRow row) {
        return Stream.concat(Stream.of(row.theme()), row.relatedThemes().stream())
                .toList();
    }

    /** Whether the finding, or the observation it belongs to, is linked to one of these; without any, every finding is. */
    boolean isAbout(FindingRow row, Collection<String> asked, Function<FindingRow, List<String>> links) {
        FindingRow parent = row.parent() == null ? null : byId.get(row.parent());
        return asked.isEmpty()
                || !Collections.disjoint(links.apply(row), asked)
                || parent != null && !Collections.disjoint(links.apply(parent), asked);
    }

    /** Those that are public and asked for, with what they say. */
    List<FindingView> shown(Predicate<FindingRow> isAsked, Language language) {
        List<FindingRow> chosen =
                rows.stream().filter(row -> !row.withdrawn()).filter(isAsked).toList();
        if (chosen.isEmpty()) {
            return List.of();
        }
        Map<String, FindingText> said = said();
        return chosen.stream().map(row -> view(row, text(said, row), language)).toList();
    }

    /** One that is there, withdrawn or not. */
    FindingView shownOrWithdrawn(String id, Language language) {
        FindingRow row = byId.get(id);
        return view(row, row.withdrawn() ? null : text(said(), row), language);
    }

    private Map<String, FindingText> said() {
        Map<String, FindingText> said = new HashMap<>();
        texts.findings(round, sequence).forEach(text -> {
            FindingRow row = byId.get(text.id());
            if (row != null && row.sequence() == text.sequence()) {
                said.put(text.id(), text);
            }
        });
        return said;
    }

    private static FindingText text(Map<String, FindingText> said, FindingRow row) {
        // What we hold came from there, so an absent row is a database that lost it.
        return Objects.requireNonNull(said.get(row.id()), () -> "published has lost finding " + row.id());
    }

    private FindingView view(FindingRow row, FindingText text, Language language) {
        List<String> children = rows.stream()
                .filter(each -> !each.withdrawn() && row.id().equals(each.parent()))
                .map(FindingRow::id)
                .toList();
        PublicationView publication =
                PublicationView.of(publication(row.sequence()), held.findings().replaced(row));
        return FindingView.of(row, text, children, dataset, publication, version(), language);
    }

    /** The last sequence that touched what is shown: a finding, or a name in the round. */
    long version() {
        return Math.max(held.findings().version(round, sequence), dataset.version(round));
    }

    /** The same of what is now; higher when something of it has changed since. */
    long latest() {
        long now = held.dataset().sequence();
        return Math.max(held.findings().version(round, now), held.dataset().version(round));
    }

    DatasetView dataset(Language language) {
        PublicationRow last = publication(version());
        return DatasetView.of(new Version(last.sequence(), last.at()), round, language);
    }

    private PublicationRow publication(long number) {
        return held.publication(number).orElseThrow();
    }
}
