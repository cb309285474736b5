package nl.wijkvergelijk.comparison.catalogue;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Round;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.http.Language;

/** The rounds, the newest first; {@code latest} is the one that questions without a round are about. */
record RoundsView(String latest, List<RoundView> rounds) {

    /** @param municipalities who has published figures or ratings in it, by name */
    record RoundView(
            String id,
            String title,
            QuestionnaireView questionnaire,
            BigDecimal fullTimeHours,
            String fullTimeHoursSource,
            List<String> municipalities,
            DatasetView dataset) {}

    record QuestionnaireView(String id, int version) {}

    static RoundsView of(Dataset dataset, Language language) {
        List<RoundView> rounds = dataset.rounds().values().stream()
                .sorted(Comparator.comparing(Round::id).reversed())
                .map(round -> view(dataset, round, language))
                .toList();
        return new RoundsView(dataset.latestRound().orElse(null), rounds);
    }

    private static RoundView view(Dataset dataset, Round round, Language language) {
        Version version = new Version(dataset.version(round.id()), dataset.publishedAt(round.id()));
        return new RoundView(
                round.id(),
                round.title().in(language),
                new QuestionnaireView(round.questionnaire(), round.questionnaireVersion()),
                round.fullTimeHours(),
                round.fullTimeHoursSource(),
                dataset.members(round.id()),
                DatasetView.of(version, round.id(), language));
    }
}
