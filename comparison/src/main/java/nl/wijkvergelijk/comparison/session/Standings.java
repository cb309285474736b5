package nl.wijkvergelijk.comparison.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.table.Rank;

/** Where each municipality stands on a scale: by its total within the bounds of the readings, and by what others gave it. */
record Standings(RatingScale scale, Ballots cast, Function<String, Municipality> names) {

    private record Bounds(BigDecimal low, BigDecimal high) {}

    /** The sum of what n others gave; n is at least 1. */
    private record Others(BigDecimal sum, int n) {

        /** Which of two means is higher, without rounding either. */
        int compare(Others other) {
            return sum.multiply(BigDecimal.valueOf(other.n)).compareTo(other.sum.multiply(BigDecimal.valueOf(n)));
        }

        double mean() {
            return sum.doubleValue() / n;
        }
    }

    static List<RatedMunicipality> of(
            RatingScale scale, List<Municipality> items, Ballots cast, Function<String, Municipality> names) {
        Standings standings = new Standings(scale, cast, names);
        List<Bounds> bounds = items.stream().map(standings::bounds).toList();
        List<Others> others = new ArrayList<>();
        items.forEach(item -> others.add(standings.others(item)));
        List<RatedMunicipality> rated = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rated.add(standings.rated(items.get(i), bounds.get(i), bounds, others.get(i), others));
        }
        return rated;
    }

    private RatedMunicipality rated(
            Municipality item, Bounds bounds, List<Bounds> all, Others others, List<Others> allOthers) {
        BigDecimal total = scale.chosen().totals().get(item.code());
        boolean disputed = bounds.low().compareTo(bounds.high()) < 0;
        return new RatedMunicipality(
                item,
                total,
                disputed ? bounds.low() : null,
                disputed ? bounds.high() : null,
                new RatedMunicipality.Mean(
                        mean(total),
                        disputed ? mean(bounds.low()) : null,
                        disputed ? mean(bounds.high()) : null,
                        scale.raters()),
                rank(bounds, all),
                given(item),
                self(item, others),
                others == null
                        ? null
                        : new RatedMunicipality.ExcludingSelf(others.mean(), others.n(), rank(others, allOthers)));
    }

    private double mean(BigDecimal total) {
        return total.doubleValue() / scale.raters();
    }

    private Bounds bounds(Municipality item) {
        List<BigDecimal> totals = scale.readings().stream()
                .map(reading -> reading.totals().get(item.code()))
                .filter(total -> total != null)
                .sorted()
                .toList();
        return new Bounds(totals.get(0), totals.get(totals.size() - 1));
    }

    private static Rank rank(Bounds its, List<Bounds> all) {
        int surelyAbove = 0;
        int perhapsAbove = 0;
        for (Bounds other : all) {
            surelyAbove += other.low().compareTo(its.high()) > 0 ? 1 : 0;
            perhapsAbove += other != its && other.high().compareTo(its.low()) > 0 ? 1 : 0;
        }
        return new Rank(1 + surelyAbove, 1 + perhapsAbove);
    }

    private static Rank rank(Others its, List<Others> all) {
        int above = (int) all.stream()
                .filter(other -> other != null && other.compare(its) > 0)
                .count();
        return new Rank(1 + above, 1 + above);
    }

    private Others others(Municipality item) {
        List<BigDecimal> given = cast.ofOthers(item.code());
        return given.isEmpty()
                ? null
                : new Others(given.stream().reduce(BigDecimal.ZERO, BigDecimal::add), given.size());
    }

    private RatedMunicipality.Self self(Municipality item, Others others) {
        if (others == null || !cast.complete().containsKey(item.code())) {
            return null;
        }
        BigDecimal own = cast.complete().get(item.code()).get(item.code());
        return new RatedMunicipality.Self(own, others.mean(), others.n(), own.doubleValue() - others.mean());
    }

    private List<RatedMunicipality.Given> given(Municipality item) {
        List<RatedMunicipality.Given> given = new ArrayList<>();
        scale.ballots().forEach((rater, values) -> {
            if (values.containsKey(item.code())) {
                given.add(new RatedMunicipality.Given(
                        names.apply(rater),
                        values.get(item.code()),
                        cast.complete().containsKey(rater)));
            }
        });
        return given;
    }
}
