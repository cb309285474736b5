package nl.wijkvergelijk.survey.rule;

import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * How far a response has come. A missing code is an answer.
 *
 * @param answered how many questions are answered
 * @param required how many of the unanswered ones must still be answered before submission
 * @param total how many questions there are
 */
public record Completeness(int answered, int required, int total) {

    /** How complete these answers are. */
    public static Completeness of(Questionnaire questionnaire, Answers answers) {
        int required = (int) questionnaire.questions().stream()
                .filter(Question::required)
                .filter(question -> answers.to(question.id()).isEmpty())
                .count();
        return new Completeness(
                answers.answered().size(), required, questionnaire.questions().size());
    }
}
