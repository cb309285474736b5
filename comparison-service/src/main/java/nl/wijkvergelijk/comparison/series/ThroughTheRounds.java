package nl.wijkvergelijk.comparison.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.FlatCsv;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Series;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Finds the rounds a municipality is in at one version, and has each of its figures compared with the one before. */
@ApplicationScoped
class ThroughTheRounds {

    private final Datasets datasets;

    ThroughTheRounds(Datasets datasets) {
        this.datasets = datasets;
    }

    /** @param indicator with commas; null for all */
    Representation of(
            String code, String indicator, String dataset, String formatAsked, Format format, Language language) {
        Held held = datasets.held();
        if (!held.dataset().municipalities().containsKey(code)) {
            throw ProblemException.notFound();
        }
        QueryReader query = new QueryReader();
        query.format(formatAsked, Format.OF_LISTS);
        OptionalLong pinned = query.number("dataset", dataset, Long.MAX_VALUE);
        long sequence = datasets.sequence(held, pinned);
        Dataset reference = datasets.referenceAt(held, sequence);
        if (!reference.municipalities().containsKey(code)) {
            throw ProblemException.notFound();
        }
        List<String> known = List.copyOf(reference.definitions().indicators().keySet());
        List<String> indicators = query.list("indicator", indicator, known, Limits.INDICATORS);
        query.refuseErrors();
        Moment then = Moment.of(code, reference, round -> datasets.at(held, sequence, round), held.publications());
        List<Series> series = Series.of(
                reference.definitions(),
                code,
                indicators.isEmpty() ? known : indicators,
                then.rounds(),
                then.mergers());
        Representation answer = new Representation(
                format,
                format == Format.CSV
                        ? FlatCsv.content(SeriesRows.of(series).stream())
                        : Json.content(SeriesView.of(
                                code, then, held.publication(then.version()).orElseThrow(), series, language)),
                "series-%s-%d".formatted(code, then.version()),
                pinned.isPresent(),
                latest(held, code, indicator, formatAsked, then));
        return answer.restingOn(Basis.everything(held));
    }

    private static List<String> latest(Held held, String code, String indicator, String format, Moment then) {
        Moment now = Moment.of(code, held.dataset(), round -> held.dataset(), held.publications());
        return now.version() == then.version()
                ? List.of()
                : List.of(LatestVersion.link(SeriesView.address(code, indicator, format), now.version()));
    }
}
