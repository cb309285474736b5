package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.answer.EvidenceList;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.round.Rounds;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps the rating session of each round. What is there already as it is sent needs no tag and leaves no trace. */
@ApplicationScoped
class RatingSessions {

    private static final TypeReference<LinkedHashMap<String, Readings>> TOTALS = new TypeReference<>() {};

    private final Rounds rounds;
    private final BallotBox box;
    private final Raters raters;
    private final Municipalities municipalities;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;

    RatingSessions(
            Rounds rounds,
            BallotBox box,
            Raters raters,
            Municipalities municipalities,
            History history,
            Actors actors,
            Clock clock,
            ObjectMapper json) {
        this.rounds = rounds;
        this.box = box;
        this.raters = raters;
        this.municipalities = municipalities;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    RatingSessionView inPath(String round) {
        return view(forReader(round));
    }

    @Transactional
    RestResponse<RatingSessionView> describe(String roundId, String ifMatch, Body body) {
        String round = rounds.toChange(roundId).id();
        RatingSession known = RatingSession.findById(round, LockModeType.PESSIMISTIC_WRITE);
        if (ifMatch != null) {
            ETags.requireMatchUnlessNew(ifMatch, known == null, known == null ? ETags.strong("none") : known.tag());
        }
        RatingSessionWrite written = body.as(RatingSessionWrite.class);
        if (known != null && definition(known).equals(written)) {
            return RestResponse.ok(view(known));
        }
        if (known != null) {
            ETags.requireMatch(ifMatch, known.tag());
        }
        refuse(written.errors(municipalities.unknownAmong(written.items())));
        RatingSession session = known == null ? new RatingSession(round) : known;
        List<Ratings> cast = box.cast(round);
        refuseUnlessOpen(session, cast);
        if (known != null && !written.asksTheSameAs(definition(known))) {
            refuseOver(cast);
        }
        refuseTotalsInTheWay(written, totals(session));
        session.describe(json.valueToTree(written), act(null), history);
        Constraints.keep(session);
        return RestResponse.status(known == null ? RestResponse.Status.CREATED : RestResponse.Status.OK, view(session));
    }

    @Transactional
    RatingSessionView total(String round, String ifMatch, Body body) {
        RatingSession session = found(round, LockModeType.PESSIMISTIC_WRITE);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, session.tag());
        }
        RatingTotalsWrite written = body.as(RatingTotalsWrite.class);
        List<InputError> errors = new ArrayList<>();
        Map<String, Readings> totals = withEvidenceRead(written.scales(), errors);
        errors.addAll(new ReachableTotals(definition(session)).errors(totals));
        Map<String, Readings> before = totals(session);
        if (errors.isEmpty() && before.equals(totals)) {
            return view(session);
        }
        if (!before.isEmpty()) {
            ETags.requireMatch(ifMatch, session.tag());
        }
        refuse(errors);
        List<Ratings> cast = box.cast(round);
        refuseUnlessOpen(session, cast);
        refuseOver(cast);
        session.total(json.valueToTree(totals), act(written.reason()), history);
        Constraints.keep(session);
        return view(session);
    }

    /** The session in a path, for whom it is any business of. */
    RatingSession forReader(String round) {
        RatingSession session = found(round, LockModeType.NONE);
        if (!raters.mayLook(actors.current(), session.round(), definition(session))) {
            throw ProblemException.notFound();
        }
        return session;
    }

    RatingSession found(String round, LockModeType lock) {
        return RatingSession.<RatingSession>findByIdOptional(
                        rounds.inPath(round).id(), lock)
                .orElseThrow(ProblemException::notFound);
    }

    private static Map<String, Readings> withEvidenceRead(Map<String, Readings> scales, List<InputError> errors) {
        Map<String, Readings> read = new LinkedHashMap<>();
        scales.forEach((scale, readings) -> {
            List<Reading> list = new ArrayList<>();
            for (Reading reading : readings.readings()) {
                String at = "/scales/%s/readings/%d/evidence".formatted(InputError.segment(scale), list.size());
                ArrayNode evidence = EvidenceList.read(reading.evidence(), at, errors);
                list.add(new Reading(reading.chosen(), evidence, reading.totals()));
            }
            read.put(scale, new Readings(list));
        });
        return read;
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static void refuseTotalsInTheWay(RatingSessionWrite written, Map<String, Readings> totals) {
        List<InputError> errors = totals.isEmpty() ? List.of() : new ReachableTotals(written).errors(totals);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                            SurveyProblem.RATING_TOTALS_IN_THE_WAY,
                            new Text(
                                    "Bij deze sessie passen de totalen niet die er al zijn.",
                                    "The totals that are there already do not fit this session."))
                    .member(
                            "blocking",
                            errors.stream()
                                    .map(e -> Map.of(
                                            "code", e.code(), "questions", List.of(), "detail", (Object) e.detail()))
                                    .toList());
        }
    }

    /** A closed session takes nothing; what was public with its ballots stays as it is. */
    private static void refuseUnlessOpen(RatingSession session, List<Ratings> cast) {
        boolean isFinal = session.state().equals(RatingSession.PUBLISHED) && !cast.isEmpty();
        if (session.state().equals(RatingSession.CLOSED) || isFinal) {
            throw notOpen(session);
        }
    }

    /** Ballots are taken while the session is open and has no totals of its own. */
    void refuseBallotsUnlessOpen(RatingSession session) {
        if (!session.state().equals(RatingSession.OPEN)) {
            throw notOpen(session);
        }
        if (!totals(session).isEmpty()) {
            throw refusal(
                    SurveyProblem.RATING_HAS_TOTALS,
                    "has-totals",
                    new Text(
                            "Van deze sessie zijn alleen totalen bekend.",
                            "Of this session only the totals are known."));
        }
    }

    private static ProblemException notOpen(RatingSession session) {
        return refusal(
                SurveyProblem.RATING_NOT_OPEN,
                session.state(),
                new Text(
                        "De sessie is %s.".formatted(RatingSession.dutch(session.state())),
                        "The session is %s.".formatted(session.state())));
    }

    private static void refuseOver(List<Ratings> cast) {
        if (!cast.isEmpty()) {
            throw refusal(
                    SurveyProblem.RATING_HAS_BALLOTS,
                    "has-ballots",
                    new Text("Er zijn al stembriefjes.", "There are ballots already."));
        }
    }

    private static ProblemException refusal(SurveyProblem type, String code, Text detail) {
        return Blocker.refusal(type, detail, List.of(new Blocker(code, List.of(), detail)));
    }

    private Act act(String reason) {
        return new Act(actors.current(), clock.instant(), reason, null);
    }

    /** As the reader may see it: totals are for researchers until they are public, and what follows from ballots is hidden while they are taken. */
    RatingSessionView view(RatingSession session) {
        boolean isPublic = session.state().equals(RatingSession.PUBLISHED);
        boolean isContact = actors.current().role() == Role.CONTACT;
        return RatingSessionView.of(
                session.round(), session, definition(session), isContact && !isPublic ? Map.of() : results(session));
    }

    private Map<String, Readings> results(RatingSession session) {
        return session.state().equals(RatingSession.OPEN)
                ? totals(session)
                : count(session).totals();
    }

    /** What there is to publish: the totals that were entered, or what the ballots come to. */
    Count count(RatingSession session) {
        return new Count(definition(session), totals(session), box.cast(session.round()));
    }

    RatingSessionWrite definition(RatingSession session) {
        try {
            return json.readValue(session.definition(), RatingSessionWrite.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Readings> totals(RatingSession session) {
        try {
            return json.readValue(session.totals(), TOTALS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
