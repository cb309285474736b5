package nl.wijkvergelijk.survey.questionnaire;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * A column of a table question: a text, an integer, a decimal or a single choice.
 *
 * @param required whether every row must fill it
 * @param options the codes of a single choice; empty otherwise
 */
public record Column(String id, QuestionType type, Text label, boolean required, List<Option> options) {

    public Column {
        options = options == null ? List.of() : List.copyOf(options);
        switch (type) {
            case TEXT, INTEGER, DECIMAL, SINGLE_CHOICE -> {}
            default -> throw new IllegalArgumentException("a column cannot be a " + type.code() + ": " + id);
        }
    }
}
