package nl.wijkvergelijk.comparison.ratings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.session.SessionResults;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Answers what the rating session of a round shows, now or in an earlier version. */
@ApplicationScoped
class Ratings {

    private final Datasets datasets;

    Ratings(Datasets datasets) {
        this.datasets = datasets;
    }

    Representation of(String round, String dataset, Language language) {
        Held held = datasets.held();
        if (!held.dataset().rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        QueryReader query = new QueryReader();
        OptionalLong version = query.number("dataset", dataset, Long.MAX_VALUE);
        query.refuseErrors();
        Dataset at = version.isPresent() ? datasets.at(held, version.getAsLong(), round) : held.dataset();
        SessionResults results = SessionResults.of(at, round).orElseThrow(ProblemException::notFound);
        return new Representation(
                Format.JSON,
                Json.bytes(RatingsView.of(results, language)),
                null,
                version.isPresent(),
                at == held.dataset()
                        ? List.of()
                        : List.of(LatestVersion.link(
                                "/v1/rounds/%s/ratings".formatted(round),
                                held.dataset().version(round))));
    }
}
