package nl.wijkvergelijk.survey.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.Publication;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.response.Blocker;

/**
 * Closes a rating session, opens it again, and makes it public. With totals only there is nothing to close: such a session can be published at once. What is public stays
 * so while a session is open again, until it is published as a correction.
 */
@ApplicationScoped
class RatingTransitions {

    private final RatingSessions sessions;
    private final Publications publications;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    RatingTransitions(RatingSessions sessions, Publications publications, History history, Actors actors, Clock clock) {
        this.sessions = sessions;
        this.publications = publications;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    @Transactional
    RatingSessionView take(String round, String ifMatch, Body body) {
        boolean publishes = body.glance("action").filter("publish"::equals).isPresent();
        Instant at = publishes ? publications.takeTurn() : clock.instant();
        RatingSession session = sessions.found(round, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, session.tag());
        RatingTransitionWrite written = body.as(RatingTransitionWrite.class);
        Count count = sessions.count(session);
        Blocker blocker =
                switch (written.action()) {
                    case "close" -> unlessIn(List.of(RatingSession.OPEN), session);
                    case "reopen" -> unlessIn(List.of(RatingSession.CLOSED, RatingSession.PUBLISHED), session);
                    default -> notPublishable(session, count);
                };
        boolean corrects = publishes && blocker == null && session.publishedSequence() != null;
        List<InputError> errors = new ArrayList<>();
        Reason.requireIf(corrects || written.action().equals("reopen"), written.reason(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        if (blocker != null) {
            throw Blocker.refusal(SurveyProblem.TRANSITION_NOT_POSSIBLE, blocker.detail(), List.of(blocker));
        }
        Act act = new Act(actors.current(), at, written.reason(), null);
        switch (written.action()) {
            case "close" -> session.close(act, history);
            case "reopen" -> session.reopen(act, history);
            default -> publish(session, count, act);
        }
        Constraints.keep(session);
        return sessions.view(session);
    }

    private void publish(RatingSession session, Count count, Act act) {
        Publication publication = Publication.ofRatings(
                session.round(), session.publishedSequence(), act.reason(), count.rows(session.round()));
        session.published(publications.publish(publication, act.at()).sequence(), act, history);
    }

    private static Blocker unlessIn(List<String> states, RatingSession session) {
        return states.contains(session.state())
                ? null
                : blocker(
                        session.state(),
                        "Dit kan alleen als de sessie %s is, en zij is nu %s."
                                .formatted(
                                        states.stream()
                                                .map(RatingSession::dutch)
                                                .collect(Collectors.joining(" of ")),
                                        RatingSession.dutch(session.state())),
                        "This is possible only when the session is %s, and it is %s now."
                                .formatted(String.join(" or ", states), session.state()));
    }

    private static Blocker notPublishable(RatingSession session, Count count) {
        if (session.state().equals(RatingSession.PUBLISHED)) {
            return blocker(session.state(), "Dit is al gepubliceerd.", "This is published already.");
        }
        if (session.state().equals(RatingSession.OPEN) && !count.ballots().isEmpty()) {
            return blocker(
                    session.state(),
                    "Sluit de sessie eerst: er kunnen nog stembriefjes bij komen.",
                    "Close the session first: there may still come ballots.");
        }
        return count.totals().isEmpty()
                ? blocker(
                        "no-totals",
                        "Er zijn nog geen totalen, en geen volledige stembriefjes om die uit op te tellen.",
                        "There are no totals yet, and no complete ballots to add up to them.")
                : null;
    }

    private static Blocker blocker(String code, String nl, String en) {
        return new Blocker(code, List.of(), new Text(nl, en));
    }
}
