package nl.wijkvergelijk.survey.finding;

import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.request.ListQuery;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of the findings of a round. */
record FindingList(String round, List<FindingView> findings, long total, Page page) implements Paged {

    /** Which findings are asked for: codes, empty for all. */
    record Query(Set<String> themes, Set<String> kinds, Page page) {

        /** Reads query parameters; null is all. Refuses everything that is not known at once. */
        static Query of(String theme, String kind, String page, String pageSize) {
            ListQuery query = new ListQuery();
            Query read = new Query(
                    query.among("theme", theme, Coded.codes(Theme.class)),
                    query.among("kind", kind, Coded.codes(FindingKind.class)),
                    query.page(page, pageSize));
            query.refuseWrong();
            return read;
        }

        boolean is(FindingView finding) {
            return (themes.isEmpty() || themes.contains(finding.theme()))
                    && (kinds.isEmpty() || kinds.contains(finding.kind()));
        }
    }
}
