package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Text;

/**
 * One question of a questionnaire.
 *
 * @param id kebab-case, never reused for something else
 * @param form the number on the paper form, a label only
 * @param units the units an answer may have, none for a bare number; {@code unit} in YAML means the only one
 * @param definitions what the answer may mean, where municipalities count differently
 * @param options of a choice, or the categories of a distribution
 * @param bases of an amount of money: per resident, per household, …
 * @param periods of an amount of money
 * @param currencies of an amount of money
 * @param required whether it must be answered (a missing code is an answer) before submission
 * @param min the lowest number allowed, null for none
 * @param max the highest number allowed, null for none
 * @param maxLength of a text, null for the general limit
 * @param columns of a table
 * @param measure the measure it feeds, null for none
 * @param measures option → the measure that its share feeds; only of a distribution, and then for every option
 */
public record Question(
        String id,
        String form,
        QuestionType type,
        Text label,
        Text help,
        String unit,
        List<String> units,
        List<Option> definitions,
        List<Option> options,
        List<String> bases,
        List<String> periods,
        List<String> currencies,
        boolean required,
        BigDecimal min,
        BigDecimal max,
        Integer maxLength,
        List<Column> columns,
        String measure,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> measures) {

    public Question {
        units = unit != null ? List.of(unit) : orNone(units);
        definitions = orNone(definitions);
        options = orNone(options);
        bases = orNone(bases);
        periods = orNone(periods);
        currencies = orNone(currencies);
        columns = orNone(columns);
        measures = measures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a kebab-case id: " + id);
        }
        if (measure != null && (type == QuestionType.TABLE || type == QuestionType.DISTRIBUTION)) {
            throw new IllegalArgumentException("a " + type.code() + " is not one figure and feeds no measure: " + id);
        }
        if (!measures.isEmpty() && type != QuestionType.DISTRIBUTION) {
            throw new IllegalArgumentException("only a distribution feeds a measure per option: " + id);
        }
        if (!measures.isEmpty() && !measures.keySet().equals(codes(options))) {
            throw new IllegalArgumentException("a distribution feeds a measure with every option, or with none: " + id);
        }
        if (type == QuestionType.DISTRIBUTION && !List.of("percent").containsAll(units)) {
            throw new IllegalArgumentException("the shares of a distribution are in percent: " + id);
        }
        boolean chooses = type == QuestionType.SINGLE_CHOICE
                || type == QuestionType.MULTIPLE_CHOICE
                || type == QuestionType.DISTRIBUTION;
        if (chooses == options.isEmpty()) {
            throw new IllegalArgumentException("options belong to a choice or a distribution, and only there: " + id);
        }
        if ((type == QuestionType.MONEY) == currencies.isEmpty()) {
            throw new IllegalArgumentException("currencies belong to money, and only there: " + id);
        }
        if (type == QuestionType.QUANTITY && units.isEmpty()) {
            throw new IllegalArgumentException("a quantity needs a unit: " + id);
        }
        if ((type == QuestionType.TABLE) == columns.isEmpty()) {
            throw new IllegalArgumentException("columns belong to a table, and only there: " + id);
        }
    }

    /** The measures it feeds: one, one for each option of a distribution, or none. */
    public List<String> fedMeasures() {
        return measure != null
                ? List.of(measure)
                : options.stream()
                        .map(option -> measures.get(option.code()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The unit of an answer that names none: the question's only unit; empty if there is none or a choice. */
    public Optional<String> onlyUnit() {
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    /** The currency of an amount that names none: the question's only currency. */
    public Optional<String> onlyCurrency() {
        return currencies.size() == 1 ? Optional.of(currencies.get(0)) : Optional.empty();
    }

    private static Set<String> codes(List<Option> options) {
        return options.stream().map(Option::code).collect(Collectors.toSet());
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
