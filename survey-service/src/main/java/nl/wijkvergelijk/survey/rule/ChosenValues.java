package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Statement;
import nl.wijkvergelijk.survey.answer.Value;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** The chosen values of a set of answers, as rules look at them. */
record ChosenValues(Questionnaire questionnaire, Answers answers) {

    /** Whether the question was answered, be it with a missing code. */
    boolean answered(String question) {
        return answers.to(question).isPresent();
    }

    /** The value chosen; empty when unanswered or missing. */
    Optional<Value> value(String question) {
        return answers.to(question).map(Answer::chosen).map(Statement::value);
    }

    /** The number chosen; empty when there is none. */
    Optional<BigDecimal> number(String question) {
        return answers.to(question).flatMap(Answer::number);
    }

    /** The rows of a table; none when it was not filled. */
    List<Map<String, Value>> rows(String question) {
        return value(question)
                .map(v -> v instanceof Value.Rows rows ? rows.rows() : null)
                .orElse(List.of());
    }

    /** The number in a cell; empty when there is none. */
    static Optional<BigDecimal> number(Map<String, Value> row, String column) {
        return row.get(column) instanceof Value.Number n ? Optional.of(n.number()) : Optional.empty();
    }

    /** The sum of a column over the rows in which all the given columns are filled; empty when there is no such row. */
    Optional<BigDecimal> sum(String table, String column, Set<String> filled) {
        return rows(table).stream()
                .filter(row -> filled.stream().allMatch(c -> number(row, c).isPresent()))
                .flatMap(row -> number(row, column).stream())
                .reduce(BigDecimal::add);
    }

    /** A code the chosen statement carries: its unit, definition, basis, period or currency, or the chosen option itself ({@code yes} or {@code no}). */
    Optional<String> code(String question, String member) {
        Statement chosen = answers.to(question).map(Answer::chosen).orElse(null);
        if (chosen == null || chosen.value() == null) {
            return Optional.empty();
        }
        Question asked = questionnaire.question(question).orElseThrow();
        return Optional.ofNullable(
                switch (member) {
                    case "value" -> word(chosen.value());
                    case "unit" ->
                        chosen.unit() != null ? chosen.unit() : asked.onlyUnit().orElse(null);
                    case "definition" -> chosen.definition();
                    case "basis" -> chosen.basis();
                    case "period" -> chosen.period();
                    case "currency" ->
                        chosen.currency() != null
                                ? chosen.currency()
                                : asked.onlyCurrency().orElse(null);
                    default -> throw new IllegalArgumentException("a statement has no code called " + member);
                });
    }

    private static String word(Value value) {
        if (value instanceof Value.YesNo answer) {
            return answer.yes() ? "yes" : "no";
        }
        return value instanceof Value.Words words ? words.text() : null;
    }

    /** Whether every condition of a rule is met: question → member → one of these codes. */
    boolean meet(Map<String, Map<String, List<String>>> conditions) {
        return conditions.entrySet().stream().allMatch(question -> question.getValue().entrySet().stream()
                .allMatch(member -> code(question.getKey(), member.getKey())
                        .filter(member.getValue()::contains)
                        .isPresent()));
    }
}
