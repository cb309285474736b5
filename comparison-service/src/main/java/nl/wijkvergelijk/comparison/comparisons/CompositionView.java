package nl.wijkvergelijk.comparison.comparisons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.composition.Percentage;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.table.Composition;

/** A {@link Composition} as JSON; bounds stand only where they are not the value itself. */
record CompositionView(List<String> parts, List<DivisionView> rows, List<DistanceView> distances) {

    record DivisionView(
            MunicipalityName municipality,
            int known,
            boolean complete,
            PercentageView sum,
            PercentageView closure,
            Map<String, BoundsView> bounds,
            List<NeighbourView> mostAlike) {

        static DivisionView of(Composition.Division row) {
            Map<String, BoundsView> bounds = new LinkedHashMap<>();
            if (row.left() != null) {
                row.unknown()
                        .forEach(part -> bounds.put(
                                part,
                                new BoundsView(row.left().low(), row.left().high())));
            }
            return new DivisionView(
                    new MunicipalityName(row.code(), row.name()),
                    row.known(),
                    row.unknown().isEmpty(),
                    PercentageView.of(row.sum()),
                    PercentageView.of(row.closure()),
                    bounds,
                    row.mostAlike() == null
                            ? null
                            : row.mostAlike().stream()
                                    .map(each -> new NeighbourView(each.key(), PercentageView.of(each.distance())))
                                    .toList());
        }
    }

    record BoundsView(Double low, Double high) {}

    record NeighbourView(String municipality, PercentageView distance) {}

    record DistanceView(String from, String to, PercentageView distance) {}

    record PercentageView(Double value, Double low, Double high) {

        static PercentageView of(Percentage percentage) {
            if (percentage == null) {
                return null;
            }
            Interval interval = percentage.interval();
            return interval.isPoint()
                    ? new PercentageView(percentage.value(), null, null)
                    : new PercentageView(percentage.value(), interval.low(), interval.high());
        }
    }

    /** Null, and so absent, unless the topic is of shares of one whole. */
    static CompositionView of(Composition composition) {
        return composition == null
                ? null
                : new CompositionView(
                        composition.parts(),
                        composition.rows().stream().map(DivisionView::of).toList(),
                        composition.distances().stream()
                                .map(each ->
                                        new DistanceView(each.from(), each.to(), PercentageView.of(each.distance())))
                                .toList());
    }
}
