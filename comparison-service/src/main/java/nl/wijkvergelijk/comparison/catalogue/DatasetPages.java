package nl.wijkvergelijk.comparison.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.Licence;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;

/** All versions of the data, the newest first, page by page. New ones come before the first page, so what follows a page never shifts. */
final class DatasetPages {

    private static final int USUAL_LIMIT = 100;

    private DatasetPages() {}

    record DatasetsView(long latest, Licence licence, List<VersionView> datasets) {}

    /**
     * A version is what there was once a publication was in.
     *
     * @param corrects the version whose figures this one replaces, with the reason
     * @param correctedBy the version that replaced these figures
     */
    record VersionView(
            long version,
            String publishedAt,
            String kind,
            String round,
            int definitions,
            int figures,
            int ratings,
            int findings,
            Long corrects,
            String reason,
            Long correctedBy) {}

    static Representation page(Held held, String before, String limit) {
        QueryReader query = new QueryReader();
        long from = query.number("before", before, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        int size = (int) query.number("limit", limit, Limits.DATASETS_PER_PAGE).orElse(USUAL_LIMIT);
        query.refuseErrors();
        List<PublicationRow> all = held.publications();
        int end = (int) Math.min(all.size(), from - 1);
        int start = Math.max(0, end - size);
        Map<Long, Long> corrections = corrections(all);
        List<VersionView> page = new ArrayList<>();
        for (int i = end - 1; i >= start; i--) {
            page.add(view(all.get(i), corrections));
        }
        DatasetsView view = new DatasetsView(held.dataset().sequence(), Licence.OURS, page);
        String next = "</v1/datasets?before=%d&limit=%d>; rel=\"next\"".formatted(start + 1, size);
        return new Representation(Format.JSON, Json.content(view), null, false, start > 0 ? List.of(next) : List.of())
                .restingOn(Basis.everything(held));
    }

    private static Map<Long, Long> corrections(List<PublicationRow> all) {
        Map<Long, Long> corrections = new HashMap<>();
        for (PublicationRow each : all) {
            if (each.corrects() != null) {
                corrections.put(each.corrects(), each.sequence());
            }
        }
        return corrections;
    }

    private static VersionView view(PublicationRow publication, Map<Long, Long> corrections) {
        return new VersionView(
                publication.sequence(),
                publication.at().toString(),
                publication.kind(),
                publication.round(),
                publication.definitions(),
                publication.figures(),
                publication.ratings(),
                publication.findings(),
                publication.corrects(),
                publication.reason(),
                corrections.get(publication.sequence()));
    }
}
