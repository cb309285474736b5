package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import nl.wijkvergelijk.survey.answer.WrittenJson;
import nl.wijkvergelijk.survey.request.Tagged;
import nl.wijkvergelijk.survey.round.QuestionnaireReference;

/** The answers as they are now. Their tag is that of the response's answers. */
record AnswersView(
        String round,
        ResponseView.Municipality municipality,
        QuestionnaireReference questionnaire,
        int revision,
        WrittenJson answers,
        @JsonIgnore String tag)
        implements Tagged {}
