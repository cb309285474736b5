package nl.wijkvergelijk.survey.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Qualifier;
import nl.wijkvergelijk.survey.answer.Share;
import nl.wijkvergelijk.survey.answer.Statement;
import nl.wijkvergelijk.survey.answer.Value;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.workbook.Choices;

/** Says answers in words, in one language. */
final class AnswerWords {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Questionnaire questionnaire;
    private final Language language;

    AnswerWords(Questionnaire questionnaire, Language language) {
        this.questionnaire = questionnaire;
        this.language = language;
    }

    /** The label of a question; the id where the questionnaire has none. */
    String label(String question) {
        return questionnaire
                .question(question)
                .map(Question::label)
                .map(label -> label.in(language))
                .orElse(question);
    }

    /** An answer as it was kept; null when there was none. */
    String of(String question, JsonNode kept) {
        return kept == null
                ? t("nog geen antwoord", "no answer yet")
                : of(
                        Answers.fromJson(
                                questionnaire,
                                JsonNodeFactory.instance.objectNode().set(question, kept)),
                        question);
    }

    /** One of these answers. */
    String of(Answers answers, String question) {
        return answers.to(question)
                .map(answer -> of(questionnaire.question(question).orElseThrow(), answer))
                .orElseGet(() -> answers.isRedacted(question)
                        ? t("onleesbaar gemaakt door de beheerder", "redacted by the administrator")
                        : t("nog geen antwoord", "no answer yet"));
    }

    private String of(Question question, Answer answer) {
        List<String> said = new ArrayList<>();
        said.add(of(question, answer.chosen()));
        answer.statements()
                .forEach(other -> said.add(
                        t("een andere bron zegt: ", "another source says: ") + of(question, other.statement())));
        if (answer.correction() != null) {
            said.add(t("verbeterd: ", "corrected: ") + answer.correction());
        }
        if (answer.comment() != null) {
            said.add(t("opmerking (niet openbaar): ", "comment (not public): ") + answer.comment());
        }
        return String.join("; ", said);
    }

    private String of(Question question, Statement said) {
        String about = Stream.of(
                        label(said.basis(), questionnaire.bases()),
                        label(said.period(), questionnaire.periods()),
                        said.definition() == null ? null : option(question.definitions(), said.definition()),
                        said.asOf() == null ? null : t("stand ", "as of ") + said.asOf(),
                        said.note() == null ? null : t("toelichting: ", "note: ") + said.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return (said.missing() != null
                        ? Choices.MISSING.label(said.missing().code(), language)
                        : exactness(question, said))
                + (about.isEmpty() ? "" : " (" + about + ")");
    }

    private String exactness(Question question, Statement said) {
        String unit = said.unit() != null ? said.unit() : question.onlyUnit().orElse(null);
        boolean shares = said.value() instanceof Value.Shares;
        String after = unit == null || shares ? "" : " " + label(unit, questionnaire.units());
        String before = said.currency() == null ? "" : said.currency() + " ";
        if (said.qualifier() == Qualifier.RANGE) {
            return before + number(said.low()) + t(" tot ", " to ") + number(said.high()) + after;
        }
        String how = said.qualifier() == null || said.qualifier() == Qualifier.EXACT
                ? ""
                : Choices.QUALIFIERS.label(said.qualifier().code(), language) + " ";
        return how + before + value(question, said.value()) + after;
    }

    private String value(Question question, Value value) {
        if (value instanceof Value.Number number) {
            return question.type() == QuestionType.YEAR ? number.number().toPlainString() : number(number.number());
        }
        if (value instanceof Value.Words words) {
            return option(question.options(), words.text());
        }
        if (value instanceof Value.YesNo yesNo) {
            return Choices.YES_NO.label(String.valueOf(yesNo.yes()), language);
        }
        if (value instanceof Value.WordList list) {
            return list.texts().stream()
                    .map(text -> option(question.options(), text))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Value.Shares shares) {
            return shares.shares().entrySet().stream()
                    .map(share -> option(question.options(), share.getKey()) + " " + percent(share.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return ((Value.Rows) value)
                .rows().stream().map(row -> row(question, row)).collect(Collectors.joining(" | "));
    }

    private String percent(Share share) {
        return number(share.percent()) + "%";
    }

    private String row(Question question, Map<String, Value> row) {
        return question.columns().stream()
                .filter(column -> row.containsKey(column.id()))
                .map(column -> column.label().in(language) + ": " + cell(column, row.get(column.id())))
                .collect(Collectors.joining(", "));
    }

    private String cell(Column column, Value value) {
        return value instanceof Value.Number number
                ? inRow(number.number())
                : option(column.options(), ((Value.Words) value).text());
    }

    /** A column does not say whether its numbers are years, so four digits stay together: 1996. */
    private String inRow(BigDecimal number) {
        return number.scale() <= 0 && number.abs().compareTo(TEN_THOUSAND) < 0
                ? number.toPlainString()
                : number(number);
    }

    private String option(List<Option> options, String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(option -> option.label().in(language))
                .findFirst()
                .orElse(code);
    }

    private String label(String code, Map<String, Text> labels) {
        return code == null ? null : labels.get(code).in(language);
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(People.locale(language));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    private String t(String nl, String en) {
        return language == Language.NL ? nl : en;
    }
}
