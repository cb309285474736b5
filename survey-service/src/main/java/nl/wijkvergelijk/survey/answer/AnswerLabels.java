package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** What the codes in an answer mean, so that whoever shows it needs no questionnaire. */
final class AnswerLabels {

    private final Questionnaire questionnaire;
    private final Question question;
    private final ObjectNode labels = Json.object();

    private AnswerLabels(Questionnaire questionnaire, Question question) {
        this.questionnaire = questionnaire;
        this.question = question;
    }

    /** Kind of code, code, label; only of codes that occur, in the answer or in anything else the sources say. */
    static ObjectNode of(Questionnaire questionnaire, Question question, Answer answer) {
        AnswerLabels all = new AnswerLabels(questionnaire, question);
        Stream.concat(Stream.of(answer.chosen()), answer.statements().stream().map(RelatedStatement::statement))
                .forEach(all::add);
        return all.labels;
    }

    private void add(Statement statement) {
        String unit = statement.unit() == null && statement.value() != null
                ? question.onlyUnit().orElse(null)
                : statement.unit();
        add("units", questionnaire.units(), unit);
        add("bases", questionnaire.bases(), statement.basis());
        add("periods", questionnaire.periods(), statement.period());
        add("definitions", question.definitions(), statement.definition());
        if (statement.value() instanceof Value.Words words) {
            add("options", question.options(), words.text());
        } else if (statement.value() instanceof Value.WordList list) {
            list.texts().forEach(text -> add("options", question.options(), text));
        } else if (statement.value() instanceof Value.Shares shares) {
            shares.shares().keySet().forEach(category -> add("options", question.options(), category));
        } else if (statement.value() instanceof Value.Rows rows) {
            rows.rows().forEach(row -> row.forEach(this::cell));
        }
    }

    private void cell(String id, Value value) {
        for (Column column : question.columns()) {
            if (column.id().equals(id)) {
                put("columns", id, column.label());
                if (value instanceof Value.Words words) {
                    add("options", column.options(), words.text());
                }
            }
        }
    }

    private void add(String kind, List<Option> options, String code) {
        options.stream()
                .filter(option -> option.code().equals(code))
                .forEach(option -> put(kind, code, option.label()));
    }

    private void add(String kind, Map<String, Text> texts, String code) {
        if (code != null && texts.containsKey(code)) {
            put(kind, code, texts.get(code));
        }
    }

    private void put(String kind, String code, Text label) {
        labels.withObject("/" + kind).putObject(code).put("nl", label.nl()).put("en", label.en());
    }
}
