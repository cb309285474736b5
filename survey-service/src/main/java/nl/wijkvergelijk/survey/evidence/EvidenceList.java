package nl.wijkvergelijk.survey.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.request.ListQuery;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;
import nl.wijkvergelijk.survey.request.Sort;

/** A page of the evidence on file. */
record EvidenceList(List<EvidenceView> evidence, long total, Page page) implements Paged {

    private static final String CHANGED = "changedAt";
    private static final List<String> KEYS = List.of("addedAt", CHANGED);

    /**
     * Which evidence is asked for.
     *
     * @param kinds kinds of documents, {@code interview}, or {@code document} for every kind of document; empty for all
     */
    record Query(Set<String> kinds, Sort sort, Page page) {

        /** Reads query parameters; null is all. Refuses everything that is not known at once. */
        static Query of(String kind, String sort, String page, String pageSize) {
            List<String> known = new ArrayList<>(List.of(EvidenceView.DOCUMENT, EvidenceView.INTERVIEW));
            known.addAll(DocumentKind.codes());
            ListQuery query = new ListQuery();
            Query read =
                    new Query(query.among("kind", kind, known), query.sort(sort, KEYS), query.page(page, pageSize));
            query.refuseWrong();
            return read;
        }

        /** The page of these, which are in the order in which they were added. */
        EvidenceList of(List<EvidenceView> all) {
            Comparator<EvidenceView> ascending =
                    Comparator.comparing(sort.key().equals(CHANGED) ? EvidenceView::changedAt : EvidenceView::addedAt);
            List<EvidenceView> chosen = all.stream()
                    .filter(each -> kinds.isEmpty() || each.kinds().stream().anyMatch(kinds::contains))
                    .sorted(sort.directed(ascending).thenComparing(EvidenceView::id))
                    .toList();
            return new EvidenceList(page.of(chosen), chosen.size(), page);
        }
    }
}
