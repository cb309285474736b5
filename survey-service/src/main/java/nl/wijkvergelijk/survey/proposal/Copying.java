package nl.wijkvergelijk.survey.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Time;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.municipality.MunicipalityView;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.Participants;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;

/** Lets whoever took part in an earlier round take part in this one, with its answers of then to confirm. Doing it again adds who is missing and changes nothing else. */
@ApplicationScoped
class Copying {

    private final Rounds rounds;
    private final Municipalities municipalities;
    private final Participants participants;
    private final ProposalRows rows;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;

    Copying(
            Rounds rounds,
            Municipalities municipalities,
            Participants participants,
            ProposalRows rows,
            History history,
            Actors actors,
            Clock clock,
            ObjectMapper json) {
        this.rounds = rounds;
        this.municipalities = municipalities;
        this.participants = participants;
        this.rows = rows;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    CopyView copy(String roundId, Body body) {
        RoundView round = rounds.toChange(roundId);
        String from = from(roundId, body.as(CopyWrite.class).from());
        Act act = new Act(actors.current(), clock.instant(), null, null);
        LocalDate today = Time.today(clock);
        CopyView view = new CopyView(from, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Earlier earlier : rows.participants(from)) {
            MunicipalityView municipality =
                    municipalities.find(earlier.municipality()).orElseThrow();
            if (municipality.validTo() != null && !municipality.validTo().isAfter(today)) {
                view.leftOut().add(gone(municipality));
            } else {
                copy(round, earlier, act, view);
            }
        }
        history.add(event(Event.Subject.ROUND, roundId, null, "copy-round", json.valueToTree(view)), act);
        return view;
    }

    private void copy(RoundView round, Earlier earlier, Act act, CopyView view) {
        String code = earlier.municipality();
        if (participants.join(round, code, act)) {
            view.joined().add(code);
        }
        if (earlier.revision() == 0) {
            return;
        }
        if (rows.of(round.id(), code).isPresent()) {
            view.kept().add(code);
            return;
        }
        rows.add(round.id(), earlier, act);
        view.proposed().add(code);
        JsonNode content = json.valueToTree(Map.of("round", earlier.round(), "revision", earlier.revision()));
        history.add(event(Event.Subject.RESPONSE, round.id(), code, "propose", content), act);
    }

    /** The earlier round, or 400. */
    private String from(String round, String from) {
        boolean isSame = round.equals(from);
        if (isSame || rounds.find(from).isEmpty()) {
            throw ProblemException.invalid(InputError.body(
                    "/from",
                    isSame ? "same-round" : "unknown-round",
                    isSame
                            ? new Text("Kies een andere ronde dan deze.", "Choose another round than this one.")
                            : new Text("Deze ronde is er niet.", "There is no such round.")));
        }
        return from;
    }

    private static CopyView.LeftOut gone(MunicipalityView municipality) {
        String successors = String.join(", ", municipality.successors());
        return new CopyView.LeftOut(
                municipality.code(),
                "no-longer-valid",
                new Text(
                        "Deze gemeente bestaat niet meer sinds %s; opgevolgd door: %s."
                                .formatted(municipality.validTo(), successors.isEmpty() ? "-" : successors),
                        "This municipality does not exist any more since %s; succeeded by: %s."
                                .formatted(municipality.validTo(), successors.isEmpty() ? "-" : successors)));
    }

    private static Event event(Event.Subject subject, String round, String code, String action, JsonNode content) {
        return new Event(subject, round, code, action, null, null, null, null, content);
    }
}
