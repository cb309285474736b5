package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the rating rows of one publication into its scales. */
final class RatingScales {

    private RatingScales() {}

    static Map<String, RatingScale> of(List<RatingRow> rows) {
        Map<String, TreeMap<Integer, List<RatingRow>>> grouped = new TreeMap<>();
        for (RatingRow row : rows) {
            grouped.computeIfAbsent(row.scale(), s -> new TreeMap<>())
                    .computeIfAbsent(row.reading(), r -> new ArrayList<>())
                    .add(row);
        }
        Map<String, RatingScale> scales = new TreeMap<>();
        grouped.forEach((id, readings) -> scales.put(id, scale(id, readings)));
        return Collections.unmodifiableMap(scales);
    }

    private static RatingScale scale(String id, TreeMap<Integer, List<RatingRow>> rows) {
        List<RatingScale.Reading> readings = new ArrayList<>();
        rows.forEach((number, its) ->
                readings.add(new RatingScale.Reading(number, its.get(0).chosen(), totals(its))));
        if (readings.stream().filter(RatingScale.Reading::chosen).count() != 1) {
            throw new UnreadableRows("scale " + id + " must have exactly one chosen reading");
        }
        RatingRow any = rows.firstEntry().getValue().get(0);
        return new RatingScale(
                id,
                any.kind(),
                any.raters(),
                any.items(),
                any.pointsMin(),
                any.pointsMax(),
                any.sequence(),
                List.copyOf(readings),
                ballots(rows.firstEntry().getValue()));
    }

    private static SortedMap<String, Map<String, BigDecimal>> ballots(List<RatingRow> rows) {
        SortedMap<String, Map<String, BigDecimal>> ballots = new TreeMap<>();
        rows.forEach(row -> row.given().forEach((rater, value) -> ballots.computeIfAbsent(rater, r -> new TreeMap<>())
                .put(row.municipality(), value)));
        return Collections.unmodifiableSortedMap(ballots);
    }

    private static Map<String, BigDecimal> totals(List<RatingRow> rows) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        rows.forEach(row -> totals.put(row.municipality(), row.total()));
        return Collections.unmodifiableMap(totals);
    }
}
