package nl.wijkvergelijk.comparison.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.table.Version;

/** Everything that the rating session of a round shows; no scales where there was none. */
public record SessionResults(
        String round,
        Version version,
        List<ScaleResults> scales,
        List<ScalePair> scalePairs,
        List<SessionWarning> warnings) {

    /** The results of a round; empty when no such round was published. */
    public static Optional<SessionResults> of(Dataset dataset, String round) {
        return dataset.round(round).map(figures -> of(dataset, round, figures));
    }

    private static SessionResults of(Dataset dataset, String round, RoundFigures figures) {
        List<RatingScale> scales = List.copyOf(figures.scales().values());
        List<ScaleResults> results = new ArrayList<>();
        for (RatingScale scale : scales) {
            ScaleResults result = new OneScale(dataset, figures, scale).results();
            results.add(result);
        }
        List<ScalePair> pairs = ScalePairs.of(scales);
        Version version = new Version(dataset.version(round), dataset.publishedAt(round));
        return new SessionResults(round, version, results, pairs, SessionWarnings.of(results, pairs));
    }
}
