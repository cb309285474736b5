package nl.wijkvergelijk.comparison.catalogue;

import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Licence;

/** What a client may rely on: languages, forms, terms, and how much one request may ask for. */
record ConfigView(
        List<String> languages,
        List<String> formats,
        Licence licence,
        LimitsView limits,
        Map<String, Integer> requests) {

    record LimitsView(
            int municipalities,
            int indicators,
            int rounds,
            int sortKeys,
            int datasetsPerPage,
            int addressLength,
            int chartIndicators,
            int distanceRows,
            int workbookFigures,
            int answerFigures) {}

    static ConfigView of(int answerFigures, Map<String, Integer> requests) {
        return new ConfigView(
                List.of("nl", "en"),
                Format.codes(),
                Licence.OURS,
                new LimitsView(
                        Limits.MUNICIPALITIES,
                        Limits.INDICATORS,
                        Limits.ROUNDS,
                        Limits.SORT_KEYS,
                        Limits.DATASETS_PER_PAGE,
                        Limits.ADDRESS_LENGTH,
                        Limits.CHART_INDICATORS,
                        Limits.DISTANCE_ROWS,
                        Limits.WORKBOOK_FIGURES,
                        answerFigures),
                requests);
    }
}
