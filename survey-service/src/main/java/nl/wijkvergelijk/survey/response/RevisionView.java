package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.survey.answer.Answers;

/**
 * One save.
 *
 * @param changed the questions whose answers are other than in the revision before
 * @param restored the revision whose answers these are again; null when they were sent
 * @param answers null in a list
 */
public record RevisionView(
        int number,
        Instant savedAt,
        String author,
        String reason,
        String onBehalf,
        List<String> changed,
        Integer restored,
        JsonNode answers) {

    /** With its answers in the order of the questionnaire. */
    RevisionView with(Answers inOrder) {
        return new RevisionView(number, savedAt, author, reason, onBehalf, changed, restored, inOrder.toJson());
    }

    RevisionView withoutAnswers() {
        return new RevisionView(number, savedAt, author, reason, onBehalf, changed, restored, null);
    }
}
