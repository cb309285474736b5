package nl.wijkvergelijk.survey.response;

import java.util.Optional;
import java.util.function.IntFunction;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * The answers of a response as they are, for whoever shows or reads them in a form of their own.
 *
 * @param municipality its code
 * @param revision 0 before the first save
 * @param tag what a save must name as seen, unless it is the first
 * @param revisions the answers of a revision by its number; none when there is no such revision
 */
public record AnswersNow(
        String round,
        String municipality,
        String municipalityName,
        Questionnaire questionnaire,
        int revision,
        String tag,
        Answers answers,
        IntFunction<Answers> revisions) {

    /** The answers of an earlier revision, or of this one; empty when it has not been reached. */
    public Optional<Answers> revision(int number) {
        return number < 0 || number > revision
                ? Optional.empty()
                : Optional.of(number == revision ? answers : revisions.apply(number));
    }
}
