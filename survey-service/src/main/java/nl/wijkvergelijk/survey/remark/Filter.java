package nl.wijkvergelijk.survey.remark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** Which remarks are asked for: comma-separated values, "" for all. */
record Filter(String states, String questions, String kinds) {

    static final Filter ALL = new Filter("", "", "");

    /** Reads query parameters; null is all. Everything that does not exist is refused at once. */
    static Filter of(String states, String questions, String kinds, Questionnaire questionnaire) {
        List<InputError> errors = new ArrayList<>();
        refuseUnknown("state", states, Stage.codes(), errors);
        refuseUnknown(
                "question",
                questions,
                questionnaire.questions().stream().map(Question::id).toList(),
                errors);
        refuseUnknown("kind", kinds, Kind.codes(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Filter(orAll(states), orAll(questions), orAll(kinds));
    }

    private static String orAll(String values) {
        return values == null ? "" : values;
    }

    private static void refuseUnknown(String name, String values, Collection<String> known, List<InputError> errors) {
        if (values != null && !known.containsAll(List.of(values.split(",", -1)))) {
            errors.add(InputError.query(
                    name,
                    "unknown-value",
                    new Text(
                            "Kies uit, met komma's ertussen: %s.".formatted(String.join(", ", known)),
                            "Choose from, with commas between them: %s.".formatted(String.join(", ", known)))));
        }
    }
}
