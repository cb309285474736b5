package nl.wijkvergelijk.survey.remark;

import java.util.Set;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.ListQuery;

/** Which remarks are asked for: comma-separated values, "" for all; {@code stale} is true or false. */
record Filter(String states, String questions, String kinds, String stale) {

    static final Filter ALL = new Filter("", "", "", "");

    /** Reads query parameters; null is all. What does not exist is refused by the query. */
    static Filter of(
            ListQuery query, String states, String questions, String kinds, String stale, Questionnaire questionnaire) {
        Set<String> chosenStates = query.among("state", states, Stage.codes());
        Set<String> chosenQuestions = query.among(
                "question",
                questions,
                questionnaire.questions().stream().map(Question::id).toList());
        Set<String> chosenKinds = query.among("kind", kinds, Kind.codes());
        Boolean isStale = query.flag("stale", stale);
        return new Filter(
                String.join(",", chosenStates),
                String.join(",", chosenQuestions),
                String.join(",", chosenKinds),
                isStale == null ? "" : isStale.toString());
    }
}
