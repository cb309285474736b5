package nl.wijkvergelijk.comparison.representation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Formula;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.http.Language;

/** An {@link Indicator} as JSON; {@code numeric} false means that its figures are texts, or codes when it has options. */
public record IndicatorView(
        String id,
        String label,
        String description,
        boolean numeric,
        String unit,
        Integer decimals,
        FormulaView formula,
        List<CompanionView> comparableOn,
        List<OptionView> options) {

    /** @param parameters what the definitions say beside kind and inputs */
    public record FormulaView(String kind, List<String> inputs, Map<String, Object> parameters) {

        static FormulaView of(Formula formula) {
            return new FormulaView(formula.kind(), formula.inputs(), formula.parameters());
        }
    }

    /** What must be equal among municipalities before they compare like with like. */
    public record CompanionView(String aspect, String of) {

        static CompanionView of(Companion companion) {
            String aspect = companion.aspect().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new CompanionView(aspect, companion.measure());
        }
    }

    public record OptionView(String code, String label) {}

    /** In one language. */
    public static IndicatorView of(Indicator indicator, Language language) {
        return new IndicatorView(
                indicator.id(),
                indicator.label().in(language),
                indicator.description() == null ? null : indicator.description().in(language),
                indicator.numeric(),
                indicator.unit(),
                indicator.numeric() ? indicator.decimals() : null,
                FormulaView.of(indicator.formula()),
                indicator.comparableOn().stream().map(CompanionView::of).toList(),
                indicator.options().entrySet().stream()
                        .map(each ->
                                new OptionView(each.getKey(), each.getValue().in(language)))
                        .toList());
    }
}
