package nl.wijkvergelijk.comparison.definitions;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** Formulas in words, with the labels of what they read. */
final class FormulaWords {

    private final Definitions definitions;
    private final Language language;

    private FormulaWords(Definitions definitions, Language language) {
        this.definitions = definitions;
        this.language = language;
    }

    /** One sentence; throws IllegalArgumentException for a kind of formula that has no words here. */
    static Text of(Definitions definitions, Formula formula) {
        return new Text(
                new FormulaWords(definitions, Language.NL).sentence(formula),
                new FormulaWords(definitions, Language.EN).sentence(formula));
    }

    private String sentence(Formula formula) {
        if (formula instanceof ValueFormula value) {
            return say("%s, zoals opgegeven.", "%s, as reported.").formatted(label(value.measure()));
        }
        if (formula instanceof RatioFormula ratio) {
            String times = ratio.times() == 1 ? "" : " × " + number(ratio.times());
            return "%s%s ÷ %s.".formatted(label(ratio.numerator()), times, label(ratio.denominator()));
        }
        if (formula instanceof ShareFormula share) {
            String all = share.inputs().stream().map(this::label).collect(Collectors.joining(" + "));
            return "100 × %s ÷ (%s).".formatted(label(share.part()), all);
        }
        if (formula instanceof TotalFormula total) {
            return say(
                            "Som van de punten die alle beoordelaars gaven op de schaal '%s'.",
                            "Sum of the points that all raters gave on the scale '%s'.")
                    .formatted(label(total.scale()));
        }
        if (formula instanceof RateFormula rate) {
            return rate(rate);
        }
        if (formula instanceof CountedFormula counted) {
            Map<String, Text> names =
                    definitions.measures().get(counted.measure()).definitions();
            String counting = counted.counting().stream()
                    .map(code -> names.containsKey(code) ? names.get(code).in(language) : code)
                    .collect(Collectors.joining(say(" of ", " or ")));
            return say("%s, alleen waar is meegeteld: %s.", "%s, only where this was counted: %s.")
                    .formatted(label(counted.measure()), counting);
        }
        throw new IllegalArgumentException("no words for a formula of kind " + formula.kind());
    }

    private String rate(RateFormula rate) {
        List<String> periods = new ArrayList<>();
        rate.periods()
                .forEach((period, times) -> periods.add(word(period) + (times == 1 ? "" : " × " + number(times))));
        List<String> bases = new ArrayList<>();
        rate.bases().forEach((basis, how) -> bases.add(word(basis) + ": " + conversion(how)));
        return say(
                        "%s in %s per inwoner per jaar. Periode: %s; zonder periode is per jaar aangenomen. Grondslag: %s.",
                        "%s in %s per resident per year. Period: %s; without a period, per year is assumed. Basis: %s.")
                .formatted(label(rate.amount()), rate.currency(), String.join(", ", periods), String.join("; ", bases));
    }

    private String conversion(RateFormula.Basis basis) {
        List<String> steps = new ArrayList<>();
        if (!basis.times().isEmpty()) {
            String factors = basis.times().stream()
                    .map(multiplier -> label(multiplier.measure()))
                    .collect(Collectors.joining(say(" of anders ", " or else ")));
            steps.add("× " + factors);
        }
        if (basis.dividedBy() != null) {
            steps.add("÷ " + label(basis.dividedBy()));
        }
        return steps.isEmpty() ? say("zoals opgegeven", "as reported") : String.join(" ", steps);
    }

    private String number(double number) {
        return NumberFormat.getInstance(language == Language.NL ? new Locale("nl", "NL") : Locale.UK)
                .format(BigDecimal.valueOf(number));
    }

    private String label(String input) {
        return definitions.label(input).in(language);
    }

    private String word(String code) {
        Text word = definitions.words().get(code);
        return word == null ? code : word.in(language);
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }
}
