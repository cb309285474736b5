package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.survey.answer.Answers;

/**
 * One save.
 *
 * @param changed the questions whose answers are other than in the revision before
 * @param answers null in a list
 */
record RevisionView(
        int number,
        Instant savedAt,
        String author,
        String reason,
        String onBehalf,
        List<String> changed,
        JsonNode answers) {

    /** With its answers in the order of the questionnaire. */
    RevisionView with(Answers inOrder) {
        return new RevisionView(number, savedAt, author, reason, onBehalf, changed, inOrder.toJson());
    }
}
