package nl.wijkvergelijk.comparison.definitions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.http.Text;

/**
 * An indicator for people: its formula in words, what may be taken for true that no source says, and the conversions that may bring its
 * inputs into the unit that is computed with.
 */
public record Explanation(Text formula, List<Assumption> assumptions, List<Conversion> conversions) {

    /** Of an indicator of these definitions. */
    public static Explanation of(Definitions definitions, Indicator indicator) {
        Set<Assumption> assumptions = new LinkedHashSet<>();
        List<Conversion> conversions = new ArrayList<>();
        for (String input : indicator.formula().inputs()) {
            Measure measure = definitions.measures().get(input);
            for (Conversion conversion : definitions.conversions()) {
                if (measure != null && conversion.to().equals(measure.unit()) && !conversions.contains(conversion)) {
                    conversions.add(conversion);
                    assumptions.add(conversion.dividedBy().assumption());
                }
            }
        }
        if (indicator.formula() instanceof RateFormula rate) {
            assumptions.add(rate.periodAssumed());
            rate.bases().values().forEach(basis -> basis.times().stream()
                    .map(RateFormula.Multiplier::proxy)
                    .filter(proxy -> proxy != null)
                    .forEach(assumptions::add));
        }
        return new Explanation(
                FormulaWords.of(definitions, indicator.formula()), List.copyOf(assumptions), List.copyOf(conversions));
    }
}
