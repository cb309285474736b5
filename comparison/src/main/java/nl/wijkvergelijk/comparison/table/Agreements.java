package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.TotalFormula;
import nl.wijkvergelijk.comparison.rating.Concordance;
import nl.wijkvergelijk.comparison.rating.KendallW;
import nl.wijkvergelijk.comparison.rating.PValue;
import nl.wijkvergelijk.comparison.rating.Significance;
import nl.wijkvergelijk.comparison.rating.StrictRankings;
import nl.wijkvergelijk.http.Text;

/**
 * How far raters agree, from the ballots that are published or else from the totals alone. Totals give W only when every ballot was a strict ranking; otherwise there is
 * no agreement to show and a warning says so; so it does where there are fewer than two raters or municipalities to agree on. Readings that were not chosen count for low and high when they, too, can be strict rankings.
 */
public record Agreements(Definitions definitions, RoundFigures figures) {

    Optional<Agreement> of(Indicator indicator, Warnings warnings) {
        if (!(indicator.formula() instanceof TotalFormula total)) {
            return Optional.empty();
        }
        Optional<RatingScale> scale = figures.scale(total.scale());
        if (scale.isEmpty()) {
            return Optional.empty();
        }
        RatingScale session = scale.get();
        Optional<Agreement> agreement = of(session);
        boolean tooFew = session.items() < 2 || raters(session) < 2;
        String doubt = agreement.isPresent() || tooFew ? "small-n" : "not-recalculable";
        if (agreement.isEmpty() || Significance.chiSquareDoubtful(session.items())) {
            WarningDraft draft = warnings.draft(doubt, session.id(), indicator.id());
            String size = session.items() + " × " + session.raters();
            rated(session).forEach(municipality -> draft.add(municipality, new Text(size, size)));
        }
        return agreement;
    }

    /** The agreement on a scale; empty where there is none to show. */
    public Optional<Agreement> of(RatingScale session) {
        return session.ballots().isEmpty() ? ofTotals(session) : ofBallots(session);
    }

    private Optional<Agreement> ofTotals(RatingScale session) {
        boolean strict = session.kind().equals("ranking")
                && session.raters() >= 2
                && session.items() >= 2
                && strict(session, session.chosen());
        return strict ? Optional.of(agreement(session)) : Optional.empty();
    }

    /** From those ballots that rate every municipality; empty for fewer than two, or when each of them ties all. */
    private Optional<Agreement> ofBallots(RatingScale session) {
        Set<String> items = session.chosen().totals().keySet();
        double[][] complete = complete(session)
                .map(ballot -> items.stream()
                        .mapToDouble(item -> ballot.get(item).doubleValue())
                        .toArray())
                .toArray(double[][]::new);
        if (complete.length < 2 || items.size() < 2) {
            return Optional.empty();
        }
        return KendallW.ofBallots(complete)
                .map(w -> agreement(w, null, null, Significance.ofBallots(w, complete), "complete-ballots"));
    }

    /** Those whose views can be held against each other. */
    private static long raters(RatingScale session) {
        return session.ballots().isEmpty()
                ? session.raters()
                : complete(session).count();
    }

    private static Stream<Map<String, BigDecimal>> complete(RatingScale session) {
        Set<String> items = session.chosen().totals().keySet();
        return session.ballots().values().stream()
                .filter(ballot -> ballot.keySet().containsAll(items));
    }

    private static boolean strict(RatingScale session, RatingScale.Reading reading) {
        return reading.totals().size() == session.items() && StrictRankings.possible(totals(reading), session.raters());
    }

    private List<Municipality> rated(RatingScale session) {
        Map<String, ?> totals = session.chosen().totals();
        return figures.members().stream()
                .filter(municipality -> totals.containsKey(municipality.code()))
                .toList();
    }

    private Agreement agreement(RatingScale session) {
        double[] totals = totals(session.chosen());
        Concordance chosen = KendallW.ofTotals(totals, session.raters());
        double low = chosen.w();
        double high = chosen.w();
        boolean disputed = false;
        for (RatingScale.Reading reading : session.readings()) {
            if (!strict(session, reading)) {
                continue;
            }
            double w = KendallW.ofTotals(totals(reading), session.raters()).w();
            low = Math.min(low, w);
            high = Math.max(high, w);
            disputed |= !reading.totals().equals(session.chosen().totals());
        }
        PValue pValue = Significance.ofTotals(chosen, totals);
        return agreement(chosen, disputed ? low : null, disputed ? high : null, pValue, "strict-rankings");
    }

    private Agreement agreement(Concordance w, Double low, Double high, PValue pValue, String assumption) {
        return new Agreement(
                w.raters(),
                w.items(),
                w.w(),
                low,
                high,
                w.chiSquare(),
                w.degreesOfFreedom(),
                pValue.value(),
                pValue.method().code(),
                definitions.assumptions().get(assumption));
    }

    private static double[] totals(RatingScale.Reading reading) {
        return reading.totals().values().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }
}
