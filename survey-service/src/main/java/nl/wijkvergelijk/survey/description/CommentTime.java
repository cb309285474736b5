package nl.wijkvergelijk.survey.description;

import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;

/** When a description is open for comment, and when what became of the comments may still be said. */
final class CommentTime {

    private CommentTime() {}

    /** A municipality comments, agrees or objects while the description lies before it. */
    static void refuseUnlessInComment(Responses.Found found) {
        State state = found.response().state();
        refuse(
                state != State.IN_COMMENT,
                state,
                new Text(
                        "De beschrijving ligt nu niet voor commentaar voor: de vragenlijst is %s."
                                .formatted(state.dutch()),
                        "The description is not out for comment now: the response is %s.".formatted(state.code())));
    }

    /** What was approved stays what it was. */
    static void refuseOnceApproved(Responses.Found found) {
        State state = found.response().state();
        refuse(
                state == State.APPROVED || state == State.PUBLISHED,
                state,
                new Text(
                        "De vragenlijst is al %s; wat er met de reacties is gedaan, staat vast."
                                .formatted(state.dutch()),
                        "The response is %s already; what became of the comments is settled.".formatted(state.code())));
    }

    private static void refuse(boolean closed, State state, Text detail) {
        if (closed) {
            throw Blocker.refusal(
                    SurveyProblem.COMMENT_NOT_OPEN, detail, List.of(new Blocker(state.code(), List.of(), detail)));
        }
    }
}
