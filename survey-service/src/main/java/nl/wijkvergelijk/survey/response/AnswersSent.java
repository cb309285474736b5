package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.answer.AnswerChanges;

/**
 * Answers that came in another form than JSON, as far as they could be read.
 *
 * @param errors what is wrong with them, each at its place in that form
 * @param placed gives an error in the reason or in {@code onBehalf} its place in that form
 */
public record AnswersSent(
        String reason,
        String onBehalf,
        AnswerChanges changes,
        List<InputError> errors,
        UnaryOperator<InputError> placed) {}
