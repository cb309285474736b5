package nl.wijkvergelijk.comparison.definitions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Text;

/** Reads indicators, their formulas and their companions; every measure, scale, unit and assumption they name must be defined. */
record IndicatorReader(
        Map<String, Text> units,
        Map<String, Assumption> assumptions,
        Map<String, Text> warnings,
        Map<String, Measure> measures,
        Map<String, Text> scales) {

    Indicator read(Section indicator, String id) {
        Formula formula = readFormula(indicator.section("formula"));
        Measure leading = measures.get(formula.inputs().get(0));
        boolean numeric = leading == null || leading.numeric();
        Indicator result = new Indicator(
                id,
                indicator.text("label"),
                indicator.textOr("description", null),
                numeric ? DefinitionsReader.known(indicator, "unit", units) : null,
                numeric ? indicator.integer("decimals") : -1,
                numeric,
                numeric ? Map.of() : leading.options(),
                formula,
                readCompanions(indicator));
        indicator.close();
        if ((formula instanceof ValueFormula || formula instanceof CountedFormula)
                && numeric
                && !result.unit().equals(leading.unit())) {
            throw indicator.invalid("unit", "the measure's unit is " + leading.unit());
        }
        return result;
    }

    private Formula readFormula(Section formula) {
        String kind = formula.string("kind");
        Formula result =
                switch (kind) {
                    case "value" -> new ValueFormula(DefinitionsReader.known(formula, "measure", measures));
                    case "ratio" ->
                        new RatioFormula(number(formula, "numerator"), number(formula, "denominator"), times(formula));
                    case "rate" -> readRate(formula);
                    case "share" -> readShare(formula);
                    case "counted" -> readCounted(formula);
                    case "total" -> new TotalFormula(DefinitionsReader.known(formula, "scale", scales));
                    default ->
                        throw formula.invalid(
                                "kind", kind + " is not one of value, ratio, rate, share, counted, total");
                };
        formula.close();
        return result;
    }

    private static double times(Section formula) {
        BigDecimal times = formula.numberOr("times", BigDecimal.ONE);
        if (times.signum() <= 0) {
            throw formula.invalid("times", "must be positive");
        }
        return times.doubleValue();
    }

    private Formula readShare(Section formula) {
        String part = number(formula, "part");
        List<String> others = formula.strings("others");
        for (String other : others) {
            if (!measures.containsKey(other) || !measures.get(other).numeric() || other.equals(part)) {
                throw formula.invalid("others", other + " is not another number");
            }
        }
        return new ShareFormula(part, others);
    }

    private Formula readCounted(Section formula) {
        String measure = number(formula, "measure");
        List<String> counting = formula.strings("counting");
        for (String definition : counting) {
            if (!measures.get(measure).definitions().containsKey(definition)) {
                throw formula.invalid("counting", measure + " has no definition " + definition);
            }
        }
        if (counting.isEmpty()) {
            throw formula.invalid("counting", "must say what is counted");
        }
        return new CountedFormula(measure, counting);
    }

    private Formula readRate(Section formula) {
        String amount = DefinitionsReader.known(formula, "amount", measures);
        if (measures.get(amount).type() != Measure.Type.MONEY) {
            throw formula.invalid("amount", amount + " is not money");
        }
        return new RateFormula(
                amount,
                formula.string("currency"),
                formula.each("periods", (all, period) -> (double) all.integer(period)),
                assumptions.get(DefinitionsReader.known(formula, "periodAssumed", assumptions)),
                formula.each("bases", (all, basis) -> readBasis(all.section(basis))));
    }

    private RateFormula.Basis readBasis(Section basis) {
        List<RateFormula.Multiplier> times = new ArrayList<>();
        for (Section one : basis.sections("times")) {
            times.add(new RateFormula.Multiplier(
                    number(one, "measure"),
                    one.has("proxy") ? assumptions.get(DefinitionsReader.known(one, "proxy", assumptions)) : null));
            one.close();
        }
        RateFormula.Basis result =
                new RateFormula.Basis(times, basis.has("dividedBy") ? number(basis, "dividedBy") : null);
        basis.close();
        return result;
    }

    private String number(Section section, String key) {
        String id = DefinitionsReader.known(section, key, measures);
        if (measures.get(id).type() != Measure.Type.NUMBER) {
            throw section.invalid(key, id + " is not a number");
        }
        return id;
    }

    private List<Companion> readCompanions(Section indicator) {
        List<Companion> companions = new ArrayList<>();
        for (Section one : indicator.sections("comparableOn")) {
            Aspect aspect = readAspect(one);
            String measure = DefinitionsReader.known(one, "of", measures);
            if (aspect.ofItsOwn() && measures.get(measure).type() != Measure.Type.CHOICE) {
                throw one.invalid("of", measure + " is not a choice");
            }
            companions.add(new Companion(aspect, measure));
            one.close();
        }
        return List.copyOf(companions);
    }

    private Aspect readAspect(Section companion) {
        String code = companion.string("aspect");
        for (Aspect aspect : Aspect.values()) {
            if (aspect.code().equals(code)) {
                if (!warnings.containsKey(aspect.differs())) {
                    throw companion.invalid("aspect", "there is no warning " + aspect.differs());
                }
                return aspect;
            }
        }
        throw companion.invalid("aspect", code + " is not known (" + String.join(", ", codes()) + ")");
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            codes.add(aspect.code());
        }
        return codes;
    }
}
