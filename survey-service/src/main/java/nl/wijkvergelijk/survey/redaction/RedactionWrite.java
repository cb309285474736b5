package nl.wijkvergelijk.survey.redaction;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.request.Line;

/**
 * Which text is to go.
 *
 * @param subject a remark, a comment on the description, or an answer
 * @param item the number of a remark or comment; null for an answer
 * @param reply the number of a reply to the remark; null for the remark itself
 * @param question of the answer; null for a remark or comment
 * @param reason why, without the words; stays in the history, and is public with an answer that was
 */
record RedactionWrite(
        @NotNull @Pattern(regexp = "remark|comment|answer") String subject,

        @Min(1) @Max(1_000_000) Integer item,

        @Min(1) @Max(1_000_000) Integer reply,

        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,99}") String question,

        @NotNull @Line(max = Line.PROSE) String reason) {

    boolean ofAnswer() {
        return subject.equals("answer");
    }

    /** What does not go together. */
    List<InputError> errors() {
        List<InputError> errors = new ArrayList<>();
        if (ofAnswer()) {
            require("/question", question, errors);
            refuse(
                    "/item",
                    item,
                    "Een antwoord wijst u aan met de vraag.",
                    "An answer is told by its question.",
                    errors);
            refuse("/reply", reply, "Een antwoord heeft geen reacties.", "An answer has no replies.", errors);
        } else {
            require("/item", item, errors);
            refuse(
                    "/question",
                    question,
                    "Een opmerking of commentaar wijst u aan met het nummer.",
                    "A remark or comment is told by its number.",
                    errors);
            if (subject.equals("comment")) {
                refuse("/reply", reply, "Een commentaar heeft geen reacties.", "A comment has no replies.", errors);
            }
        }
        return errors;
    }

    private static void require(String pointer, Object value, List<InputError> errors) {
        if (value == null) {
            errors.add(InputError.body(
                    pointer, "required", new Text("Zeg om welke tekst het gaat.", "Say which text it is.")));
        }
    }

    private static void refuse(String pointer, Object value, String nl, String en, List<InputError> errors) {
        if (value != null) {
            errors.add(InputError.body(pointer, "not-allowed", new Text(nl, en)));
        }
    }
}
