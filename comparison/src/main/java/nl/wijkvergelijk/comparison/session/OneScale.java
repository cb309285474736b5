package nl.wijkvergelijk.comparison.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.TotalFormula;
import nl.wijkvergelijk.comparison.rating.BalancedBlocks;
import nl.wijkvergelijk.comparison.rating.BlockConcordance;
import nl.wijkvergelijk.comparison.table.Agreement;
import nl.wijkvergelijk.comparison.table.Agreements;

/** Puts together what one scale shows, and why what is missing is missing. */
final class OneScale {

    private final Dataset dataset;
    private final RoundFigures figures;
    private final RatingScale scale;
    private final List<Municipality> items;
    private final List<Absent> absent = new ArrayList<>();

    OneScale(Dataset dataset, RoundFigures figures, RatingScale scale) {
        this.dataset = dataset;
        this.figures = figures;
        this.scale = scale;
        Map<String, ?> totals = scale.chosen().totals();
        items = figures.members().stream()
                .filter(each -> totals.containsKey(each.code()))
                .toList();
    }

    ScaleResults results() {
        boolean ballots = !scale.ballots().isEmpty();
        Ballots cast = Ballots.of(scale);
        List<RatedMunicipality> rated = Standings.of(scale, items, cast, this::named);
        if (ballots) {
            sayWhoIsAbsent(rated);
        } else {
            for (Absent.Part part : List.of(
                    Absent.Part.GIVEN,
                    Absent.Part.SELF,
                    Absent.Part.EXCLUDING_SELF,
                    Absent.Part.AGREEMENT_EXCLUDING_SELF,
                    Absent.Part.RATER_PAIRS)) {
                absent.add(new Absent(part, Remark.TOTALS_ONLY));
            }
        }
        Optional<Agreement> agreement = new Agreements(dataset.definitions(), figures).of(scale);
        if (agreement.isEmpty()) {
            absent.add(new Absent(Absent.Part.AGREEMENT, Remark.NO_AGREEMENT));
        }
        List<RaterPair> pairs = pairs();
        if (ballots && pairs.isEmpty()) {
            absent.add(new Absent(Absent.Part.RATER_PAIRS, Remark.ONE_BALLOT));
        }
        return new ScaleResults(
                scale,
                dataset.definitions().label(scale.id()),
                indicator(),
                rated,
                selfRating(rated),
                agreement,
                ballots ? excludingSelf(cast) : Optional.empty(),
                pairs,
                ballots ? mean(pairs) : agreement.map(OneScale::meanFrom),
                ballots
                        ? List.of(Remark.COMPLETE_BALLOTS, Remark.OTHERS_DIFFER, Remark.COMMON_ITEMS)
                        : List.of(Remark.MEAN_OF_TOTALS),
                List.copyOf(absent));
    }

    private void sayWhoIsAbsent(List<RatedMunicipality> rated) {
        List<String> noOthers = rated.stream()
                .filter(each -> each.excludingSelf() == null)
                .map(each -> each.municipality().code())
                .toList();
        List<String> noSelf = rated.stream()
                .filter(each -> each.self() == null)
                .map(each -> each.municipality().code())
                .filter(code -> !noOthers.contains(code))
                .toList();
        if (!noSelf.isEmpty()) {
            absent.add(new Absent(Absent.Part.SELF, Remark.NO_OWN_BALLOT, noSelf));
        }
        if (!noOthers.isEmpty()) {
            absent.add(new Absent(Absent.Part.SELF, Remark.NOBODY_ELSE, noOthers));
            absent.add(new Absent(Absent.Part.EXCLUDING_SELF, Remark.NOBODY_ELSE, noOthers));
        }
    }

    private Optional<BlockConcordance> excludingSelf(Ballots cast) {
        double[][] blocks = cast.withoutOwn();
        switch (BalancedBlocks.defined(blocks)) {
            case YES -> {}
            case TIES -> absent.add(new Absent(Absent.Part.AGREEMENT_EXCLUDING_SELF, Remark.TIES));
            case UNBALANCED -> absent.add(new Absent(Absent.Part.AGREEMENT_EXCLUDING_SELF, Remark.NOT_BALANCED));
        }
        return BalancedBlocks.concordance(blocks);
    }

    private List<RaterPair> pairs() {
        List<String> raters = List.copyOf(scale.ballots().keySet());
        List<RaterPair> pairs = new ArrayList<>();
        for (int first = 0; first < raters.size(); first++) {
            for (int second = first + 1; second < raters.size(); second++) {
                Map<String, BigDecimal> one = scale.ballots().get(raters.get(first));
                Map<String, BigDecimal> other = scale.ballots().get(raters.get(second));
                List<String> common = ScalePairs.common(one, other);
                OptionalDouble rho = ScalePairs.rho(one, other, common);
                pairs.add(new RaterPair(
                        named(raters.get(first)),
                        named(raters.get(second)),
                        rho.isPresent() ? rho.getAsDouble() : null,
                        common.size()));
            }
        }
        return pairs;
    }

    private static Optional<MeanCorrelation> mean(List<RaterPair> pairs) {
        List<Double> known =
                pairs.stream().map(RaterPair::rho).filter(rho -> rho != null).toList();
        OptionalDouble mean = known.stream().mapToDouble(Double::doubleValue).average();
        return mean.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeanCorrelation(mean.getAsDouble(), null, null, known.size(), Remark.COMMON_ITEMS));
    }

    private static MeanCorrelation meanFrom(Agreement agreement) {
        int raters = agreement.raters();
        return new MeanCorrelation(
                meanFrom(agreement.w(), raters),
                agreement.low() == null ? null : meanFrom(agreement.low(), raters),
                agreement.high() == null ? null : meanFrom(agreement.high(), raters),
                raters * (raters - 1) / 2,
                Remark.MEAN_FROM_W);
    }

    private static double meanFrom(double w, int raters) {
        return (raters * w - 1) / (raters - 1);
    }

    private static Optional<SelfRating> selfRating(List<RatedMunicipality> rated) {
        List<RatedMunicipality.Self> known = rated.stream()
                .map(RatedMunicipality::self)
                .filter(self -> self != null)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SelfRating(
                mean(known, self -> self.own().doubleValue()),
                mean(known, RatedMunicipality.Self::others),
                mean(known, RatedMunicipality.Self::difference),
                known.size()));
    }

    private static double mean(List<RatedMunicipality.Self> known, ToDoubleFunction<RatedMunicipality.Self> member) {
        return known.stream().mapToDouble(member).average().orElseThrow();
    }

    private Optional<Indicator> indicator() {
        return dataset.definitions().indicators().values().stream()
                .filter(each -> each.formula() instanceof TotalFormula total
                        && total.scale().equals(scale.id()))
                .findFirst();
    }

    private Municipality named(String code) {
        return dataset.municipalities().getOrDefault(code, new Municipality(code, code, null, null, List.of()));
    }
}
