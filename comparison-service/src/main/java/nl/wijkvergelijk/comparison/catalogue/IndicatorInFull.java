package nl.wijkvergelijk.comparison.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Round;
import nl.wijkvergelijk.comparison.definitions.Aspect;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Conversion;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Explanation;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Measure;
import nl.wijkvergelijk.comparison.representation.Detail;
import nl.wijkvergelijk.comparison.representation.IndicatorView;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/**
 * One indicator with everything about it: what {@link IndicatorView} has, the formula in words, what feeds it, and what makes it
 * incomparable.
 *
 * @param definitions the number of the definitions it is of
 * @param assumptions what may be taken for true though no source says it
 */
record IndicatorInFull(
        String id,
        String label,
        String description,
        boolean numeric,
        String unit,
        String unitLabel,
        Integer decimals,
        int definitions,
        IndicatorView.FormulaView formula,
        String formulaInWords,
        List<InputView> inputs,
        List<IndicatorView.CompanionView> comparableOn,
        List<IncomparableView> incomparable,
        List<Detail> assumptions,
        List<FactorView> factors,
        List<IndicatorView.OptionView> options) {

    /** @param type {@code number}, {@code money}, {@code text}, {@code choice} or {@code points} @param questions those that fed it so far */
    record InputView(String measure, String label, String type, String unit, List<QuestionView> questions) {}

    /** A question of one version of a questionnaire, and the rounds that asked it. */
    record QuestionView(String questionnaire, int version, String question, List<String> rounds) {}

    /** Something that must be equal, in words, and the warnings that say when it is not. */
    record IncomparableView(String aspect, String of, String label, List<Detail> warnings) {}

    /** A number that converts one unit into another, in each round with its source. */
    record FactorView(String id, String unit, String from, String to, List<FactorValueView> values) {}

    record FactorValueView(String round, BigDecimal value, String source) {}

    static IndicatorInFull of(Dataset dataset, Indicator indicator, Language language) {
        Definitions definitions = dataset.definitions();
        Explanation explanation = Explanation.of(definitions, indicator);
        IndicatorView view = IndicatorView.of(indicator, language);
        Text unit = indicator.unit() == null ? null : definitions.units().get(indicator.unit());
        return new IndicatorInFull(
                view.id(),
                view.label(),
                view.description(),
                view.numeric(),
                view.unit(),
                unit == null ? null : unit.in(language),
                view.decimals(),
                definitions.number(),
                view.formula(),
                explanation.formula().in(language),
                indicator.formula().inputs().stream()
                        .map(input -> input(dataset, input, language))
                        .toList(),
                view.comparableOn(),
                indicator.comparableOn().stream()
                        .map(companion -> incomparable(definitions, companion, language))
                        .toList(),
                explanation.assumptions().stream()
                        .map(each -> Detail.of(each, language))
                        .toList(),
                explanation.conversions().stream()
                        .map(conversion -> factor(dataset, conversion))
                        .toList(),
                view.options());
    }

    private static InputView input(Dataset dataset, String id, Language language) {
        Measure measure = dataset.definitions().measures().get(id);
        String label = dataset.definitions().label(id).in(language);
        return measure == null
                ? new InputView(id, label, "points", "points", List.of())
                : new InputView(
                        id,
                        label,
                        measure.type().name().toLowerCase(Locale.ROOT),
                        measure.unit(),
                        questions(dataset, id));
    }

    private static List<QuestionView> questions(Dataset dataset, String measure) {
        Map<List<Object>, QuestionView> found = new LinkedHashMap<>();
        for (Round round : dataset.rounds().values()) {
            String question = dataset.round(round.id()).orElseThrow().question(measure);
            if (question != null) {
                found.computeIfAbsent(
                                List.of(round.questionnaire(), round.questionnaireVersion(), question),
                                key -> new QuestionView(
                                        round.questionnaire(),
                                        round.questionnaireVersion(),
                                        question,
                                        new ArrayList<>()))
                        .rounds()
                        .add(round.id());
            }
        }
        return List.copyOf(found.values());
    }

    private static IncomparableView incomparable(Definitions definitions, Companion companion, Language language) {
        String label = definitions.label(companion.measure()).in(language);
        Stream<String> codes = companion.aspect() == Aspect.AS_OF
                ? Stream.of(companion.aspect().differs(), "as-of-unknown")
                : Stream.of(companion.aspect().differs());
        return new IncomparableView(
                companion.aspect().code(),
                companion.measure(),
                label,
                codes.map(code ->
                                new Detail(code, sentence(definitions.warnings().get(code), label, language)))
                        .toList());
    }

    /** The sentence of a warning before it lists who has what. */
    private static String sentence(Text warning, String label, Language language) {
        return warning.in(language).replace("{measure}", label).replace(": {values}", "");
    }

    private static FactorView factor(Dataset dataset, Conversion conversion) {
        Conversion.RoundFactor factor = conversion.dividedBy();
        return new FactorView(
                factor.id(),
                factor.unit(),
                conversion.from(),
                conversion.to(),
                dataset.rounds().values().stream()
                        .map(round ->
                                new FactorValueView(round.id(), round.fullTimeHours(), round.fullTimeHoursSource()))
                        .toList());
    }
}
