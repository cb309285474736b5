package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.finding.ChosenFindings;
import nl.wijkvergelijk.survey.group.ChosenGroups;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.rule.Rules;

/** Takes one response a step further, or back. */
@ApplicationScoped
public class Transitions {

    private static final String OPERATION = "POST /rounds/{round}/responses/{code}/transitions";

    private final Responses responses;
    private final Publishing publishing;
    private final StepChecks checks;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Transitions(
            Responses responses,
            Publishing publishing,
            StepChecks checks,
            History history,
            Actors actors,
            Clock clock) {
        this.responses = responses;
        this.publishing = publishing;
        this.checks = checks;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** Takes the step that the content asks, or refuses it with everything that is in its way. */
    @Transactional
    public ResponseView take(String round, String code, String ifMatch, Body body) {
        Instant at = publishes(body) ? publishing.takeTurn() : clock.instant();
        Responses.Found found = responses.toChange(round, code);
        ETags.requireMatch(ifMatch, found.view().tag());
        TransitionWrite written = body.as(TransitionWrite.class);
        AccessTable.require(actors.current(), OPERATION, written.action().code(), code);
        refuseIncomplete(found, written, actors.current());
        Act act = new Act(actors.current(), at, written.reason(), written.onBehalf());
        found.response().refuseUnlessPossible(written.action());
        if (written.action() != Action.PUBLISH) {
            checks.refuseBlocked(found, written.action(), written.onBehalf());
        }
        switch (written.action()) {
            case SUBMIT, START_REVIEW, REQUEST_CHANGES, RETURN, APPROVE -> step(found, written.action(), act);
            case SEND_FOR_COMMENT -> found.response().sendForComment(written.deadline(), act, history);
            case PUBLISH -> publishing.publish(round, List.of(found), ChosenFindings.none(), ChosenGroups.none(), act);
            case WITHDRAW -> publishing.withdraw(found, act);
        }
        Constraints.keep(found.response());
        return found.view();
    }

    /** What stands in the way of handing in; empty when nothing does. A state it does not start from is the only thing told then. */
    @Transactional
    public List<Blocker> againstSubmitting(Responses.Found found) {
        if (!Action.SUBMIT.isPossibleFrom(found.response().state())
                || found.response().revision() == 0) {
            return List.of(new Blocker(
                    found.response().revision() == 0
                            ? "no-answers"
                            : found.response().state().code(),
                    List.of(),
                    new Text("Indienen kan nu niet.", "Submitting is not possible now.")));
        }
        return Stream.concat(
                        Response.against(Rules.judge(found.questionnaire(), responses.present(found))),
                        checks.blockers(found, Action.SUBMIT, null))
                .toList();
    }

    private static boolean publishes(Body body) {
        return body.glance("action").map(Action::of).filter(Action::publishes).isPresent();
    }

    private void step(Responses.Found found, Action action, Act act) {
        found.response().step(action, Rules.judge(found.questionnaire(), responses.present(found)), act, history);
    }

    private static void refuseIncomplete(Responses.Found found, TransitionWrite written, Actor actor) {
        Response response = found.response();
        List<InputError> errors = new ArrayList<>();
        boolean corrects = response.publishedSequence() != null && response.state() == State.APPROVED;
        switch (written.action()) {
            case SUBMIT -> OnBehalf.check(actor, written.onBehalf(), errors);
            case REQUEST_CHANGES, RETURN, WITHDRAW -> Reason.require(written.reason(), errors);
            case PUBLISH -> Reason.requireIf(corrects, written.reason(), errors);
            case START_REVIEW, SEND_FOR_COMMENT, APPROVE -> {}
        }
        Deadline.check(written.action(), written.deadline(), found.today(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
