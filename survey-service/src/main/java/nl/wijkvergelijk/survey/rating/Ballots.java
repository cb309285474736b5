package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.response.OnBehalf;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Takes ballots in and shows them to whom may look inside: before the session closes only the municipality itself, then the researcher too, and everybody here
 * once it is public.
 */
@ApplicationScoped
class Ballots {

    private final RatingSessions sessions;
    private final BallotBox box;
    private final Raters raters;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;

    Ballots(
            RatingSessions sessions,
            BallotBox box,
            Raters raters,
            History history,
            Actors actors,
            Clock clock,
            ObjectMapper json) {
        this.sessions = sessions;
        this.box = box;
        this.raters = raters;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
    }

    /** A page of the ballots that the reader may know of; a researcher knows of all, whether or not they can be looked into. */
    @Transactional
    BallotListView all(String round, Supplier<Page> asked) {
        RatingSession session = sessions.forReader(round);
        Page page = asked.get();
        RatingSessionWrite definition = sessions.definition(session);
        Actor actor = actors.current();
        List<Ballot> ballots = box.all(round);
        List<BallotView> shown = ballots.stream()
                .filter(ballot -> actor.role() != Role.CONTACT || mayOpen(actor, session, ballot))
                .map(ballot -> view(session, definition, ballot))
                .toList();
        List<String> waitingFor = raters.of(round, definition).stream()
                .filter(code ->
                        ballots.stream().noneMatch(ballot -> ballot.rater().equals(code)))
                .toList();
        return new BallotListView(
                round,
                session.state(),
                page.of(shown),
                actor.role() == Role.CONTACT ? null : waitingFor,
                shown.size(),
                page);
    }

    /** One ballot; 404 where there is none. */
    @Transactional
    BallotView one(String round, String code) {
        RatingSession session = sessions.forReader(round);
        return Ballot.<Ballot>findByIdOptional(new BallotKey(round, MunicipalityCode.inPath(code)))
                .map(ballot -> view(session, sessions.definition(session), ballot))
                .orElseThrow(ProblemException::notFound);
    }

    /** Puts a municipality's ballot in its place; the first one needs no tag. */
    @Transactional
    RestResponse<BallotView> put(String round, String code, String ifMatch, Body body) {
        RatingSession session = sessions.found(round, LockModeType.PESSIMISTIC_WRITE);
        RatingSessionWrite definition = sessions.definition(session);
        if (!raters.of(round, definition).contains(code)) {
            throw ProblemException.notFound();
        }
        BallotKey key = new BallotKey(round, code);
        Ballot known = Ballot.findById(key, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatchUnlessNew(ifMatch, known == null, known == null ? ETags.strong(0) : known.tag());
        BallotWrite written = body.as(BallotWrite.class);
        List<InputError> errors = new ArrayList<>();
        OnBehalf.check(actors.current(), written.onBehalf(), errors);
        Map<String, Map<String, BigDecimal>> ratings = new BallotReader(definition, errors).read(written.scales());
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        sessions.refuseBallotsUnlessOpen(session);
        Ballot ballot = known == null ? new Ballot(key) : known;
        ballot.put(
                json.valueToTree(ratings),
                new Act(actors.current(), clock.instant(), null, written.onBehalf()),
                history);
        Constraints.keep(ballot);
        return RestResponse.status(
                known == null ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                view(session, definition, ballot));
    }

    private BallotView view(RatingSession session, RatingSessionWrite definition, Ballot ballot) {
        return BallotView.of(
                session.round(), ballot, box.open(ballot), definition, mayOpen(actors.current(), session, ballot));
    }

    private static boolean mayOpen(Actor actor, RatingSession session, Ballot ballot) {
        return switch (actor.role()) {
            case CONTACT -> actor.speaksFor(ballot.rater()) || session.state().equals(RatingSession.PUBLISHED);
            case RESEARCHER -> !session.state().equals(RatingSession.OPEN);
            case ADMIN -> false;
        };
    }
}
