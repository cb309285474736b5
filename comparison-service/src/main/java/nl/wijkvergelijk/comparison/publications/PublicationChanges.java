package nl.wijkvergelijk.comparison.publications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.changes.FigureChange;
import nl.wijkvergelijk.comparison.changes.FigureChanges;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Compares the dataset after a publication with the one before it, round by round as far as the publication can have touched them, page by page. */
@ApplicationScoped
class PublicationChanges {

    private static final int USUAL_LIMIT = 100;

    /** The figures of one page, while all that changed pass by: of a large round they are many. */
    private static final class Page {
        private final String after;
        private final int size;
        private final List<FigureChange> figures = new ArrayList<>();
        private boolean begun;
        private boolean more;
        private int count;

        Page(String after, int size) {
            this.after = after;
            this.size = size;
            this.begun = after == null;
        }

        void pass(FigureChange change) {
            count++;
            if (begun && figures.size() < size) {
                figures.add(change);
            } else {
                more |= begun;
            }
            begun |= change.id().equals(after);
        }
    }

    private final Datasets datasets;

    PublicationChanges(Datasets datasets) {
        this.datasets = datasets;
    }

    /** @param after the id of the last figure of the page before; null for the first page */
    Representation of(String version, String after, String limit, Language language) {
        Held held = datasets.held();
        QueryReader query = new QueryReader();
        int size = (int) query.number("limit", limit, Limits.DATASETS_PER_PAGE).orElse(USUAL_LIMIT);
        PublicationRow publication = held.publication(datasets.sequence(held, OptionalLong.of(number(version))))
                .orElseThrow();
        long sequence = publication.sequence();
        Dataset before = datasets.referenceAt(held, sequence - 1);
        Dataset now = datasets.referenceAt(held, sequence);
        Page page = new Page(after, size);
        for (String round : touched(publication, before, now)) {
            Dataset old = datasets.before(held, sequence, round);
            Dataset its = datasets.at(held, sequence, round);
            Stream<FigureChange> changes = publication.isRedaction()
                    ? FigureChanges.ofRedaction(old, its, round)
                    : FigureChanges.of(old, its, round);
            changes.forEachOrdered(page::pass);
        }
        if (!page.begun) {
            query.error(
                    "after",
                    "unknown-value",
                    "Het cijfer '%s' is in deze versie niet veranderd.".formatted(after),
                    "The figure '%s' did not change in this version.".formatted(after));
        }
        query.refuseErrors();
        return new Representation(
                Format.JSON,
                Json.content(ChangesView.of(publication, before, now, page.count, page.figures, language)),
                null,
                true,
                page.more ? List.of(next(sequence, page.figures.get(size - 1).id(), size)) : List.of());
    }

    private static long number(String version) {
        if (!version.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(version);
    }

    /** Other definitions can change the figures of every round, another description those of its own, answers and ratings those of theirs; names and findings none. */
    private static Iterable<String> touched(PublicationRow publication, Dataset before, Dataset now) {
        Set<String> touched = new TreeSet<>();
        boolean redefined = before.definitions().number() != now.definitions().number();
        now.rounds().forEach((id, round) -> {
            if (redefined || !round.equals(before.rounds().get(id))) {
                touched.add(id);
            }
        });
        if (publication.figures() + publication.ratings() > 0) {
            touched.add(publication.round());
        }
        return touched;
    }

    private static String next(long sequence, String last, int size) {
        String query = Asked.query(Map.of("after", last)) + "&limit=" + size;
        return "</v1/datasets/%d/changes?%s>; rel=\"next\"".formatted(sequence, query);
    }
}
