package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
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
import nl.wijkvergelijk.survey.answer.EvidenceList;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.publication.Publication;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.round.Rounds;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps the rating session of each round and publishes it. What is there already as it is sent needs no tag and leaves no trace. */
@ApplicationScoped
class RatingSessions {

    private static final TypeReference<LinkedHashMap<String, Readings>> TOTALS = new TypeReference<>() {};

    private final Rounds rounds;
    private final Municipalities municipalities;
    private final Publications publications;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;

    RatingSessions(
            Rounds rounds,
            Municipalities municipalities,
            Publications publications,
            History history,
            Actors actors,
            Clock clock,
            ObjectMapper json) {
        this.rounds = rounds;
        this.municipalities = municipalities;
        this.publications = publications;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    RatingSessionView inPath(String round) {
        return view(round, found(round, LockModeType.NONE));
    }

    @Transactional
    RestResponse<RatingSessionView> describe(String roundId, String ifMatch, Body body) {
        String round = rounds.toChange(roundId).id();
        RatingSession known = RatingSession.findById(round, LockModeType.PESSIMISTIC_WRITE);
        if (known != null && ifMatch != null) {
            ETags.requireMatch(ifMatch, known.tag());
        }
        RatingSessionWrite written = body.as(RatingSessionWrite.class);
        if (known != null && definition(known).equals(written)) {
            return RestResponse.ok(view(round, known));
        }
        if (known != null) {
            ETags.requireMatch(ifMatch, known.tag());
        }
        refuse(written.errors(municipalities.unknownAmong(written.items())));
        RatingSession session = known == null ? new RatingSession(round) : known;
        refuseTotalsInTheWay(written, totals(session));
        session.describe(json.valueToTree(written), act(null), history);
        Constraints.keep(session);
        return RestResponse.status(
                known == null ? RestResponse.Status.CREATED : RestResponse.Status.OK, view(round, session));
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
            return view(round, session);
        }
        if (!before.isEmpty()) {
            ETags.requireMatch(ifMatch, session.tag());
        }
        refuse(errors);
        session.total(json.valueToTree(totals), act(written.reason()), history);
        Constraints.keep(session);
        return view(round, session);
    }

    @Transactional
    RatingSessionView publish(String round, String ifMatch, Body body) {
        Instant at = publications.takeTurn();
        RatingSession session = found(round, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, session.tag());
        RatingTransitionWrite written = body.as(RatingTransitionWrite.class);
        Map<String, Readings> totals = totals(session);
        boolean isPossible = session.state().equals(RatingSession.DRAFT) && !totals.isEmpty();
        List<InputError> errors = new ArrayList<>();
        Reason.requireIf(isPossible && session.publishedSequence() != null, written.reason(), errors);
        refuse(errors);
        if (!isPossible) {
            throw notPossible(session, totals.isEmpty());
        }
        Act act = new Act(actors.current(), at, written.reason(), null);
        Publication publication = Publication.ofRatings(
                round,
                session.publishedSequence(),
                written.reason(),
                RatingRows.of(round, definition(session), totals));
        session.published(publications.publish(publication, act.at()).sequence(), act, history);
        Constraints.keep(session);
        return view(round, session);
    }

    private RatingSession found(String round, LockModeType lock) {
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

    private static ProblemException notPossible(RatingSession session, boolean noTotals) {
        Text detail = noTotals
                ? new Text("Er zijn nog geen totalen.", "There are no totals yet.")
                : new Text("Dit is al gepubliceerd.", "This is published already.");
        return new ProblemException(SurveyProblem.TRANSITION_NOT_POSSIBLE, detail)
                .member(
                        "blocking",
                        List.of(Map.of(
                                "code",
                                noTotals ? "no-totals" : session.state(),
                                "questions",
                                List.of(),
                                "detail",
                                detail)));
    }

    private Act act(String reason) {
        return new Act(actors.current(), clock.instant(), reason, null);
    }

    private RatingSessionView view(String round, RatingSession session) {
        return RatingSessionView.of(round, session, definition(session), totals(session));
    }

    private RatingSessionWrite definition(RatingSession session) {
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
