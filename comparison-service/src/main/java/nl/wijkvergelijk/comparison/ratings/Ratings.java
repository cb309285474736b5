package nl.wijkvergelijk.comparison.ratings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.chart.Chart;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Picture;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.session.SessionResults;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Answers what the rating session of a round shows, now or in an earlier version. */
@ApplicationScoped
class Ratings {

    private final Datasets datasets;
    private final RoundAt rounds;

    Ratings(Datasets datasets, RoundAt rounds) {
        this.datasets = datasets;
        this.rounds = rounds;
    }

    /** A session in one version; {@code latest} is the one that superseded it, null where none did. */
    private record Found(SessionResults results, boolean pinned, Long latest, Basis basis) {

        List<String> links(String address) {
            return latest == null ? List.of() : List.of(LatestVersion.link(address, latest));
        }
    }

    /** As data. */
    Representation of(String round, String dataset, Language language) {
        Found found = find(round, dataset);
        Representation answer = new Representation(
                Format.JSON,
                Json.content(RatingsView.of(found.results(), language)),
                null,
                found.pinned(),
                found.links("/v1/rounds/%s/ratings".formatted(round)));
        return answer.restingOn(found.basis());
    }

    /** As a picture; a problem where there was no session. */
    Representation chart(String round, String dataset, Language language) {
        Found found = find(round, dataset);
        if (found.results().scales().isEmpty()) {
            throw new ProblemException(
                    ComparisonProblem.NOTHING_TO_DRAW,
                    new Text(
                            "Van ronde %s is geen beoordelingssessie gepubliceerd.".formatted(round),
                            "No rating session of round %s has been published.".formatted(round)));
        }
        Representation picture = new Representation(
                Picture.SVG,
                Content.of(Chart.ratings(found.results(), language)),
                null,
                found.pinned(),
                found.links("/v1/rounds/%s/ratings/chart".formatted(round)));
        return picture.restingOn(found.basis());
    }

    private Found find(String round, String dataset) {
        Held held = datasets.held();
        RoundAt.Found found = rounds.inPath(held, round, dataset);
        return new Found(
                SessionResults.of(found.dataset(), round).orElseThrow(ProblemException::notFound),
                found.pinned(),
                found.superseded() ? held.dataset().version(round) : null,
                Basis.everything(held));
    }
}
