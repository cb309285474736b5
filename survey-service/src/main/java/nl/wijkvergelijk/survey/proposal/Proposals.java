package nl.wijkvergelijk.survey.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.AnswerChanges;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.AnswersInOtherForm;
import nl.wijkvergelijk.survey.response.AnswersNow;
import nl.wijkvergelijk.survey.response.AnswersSent;

/** The earlier answers that a municipality has not yet confirmed, dismissed or answered anew. */
@ApplicationScoped
public class Proposals {

    private final AnswersInOtherForm answers;
    private final ProposalRows rows;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;

    Proposals(
            AnswersInOtherForm answers,
            ProposalRows rows,
            History history,
            Actors actors,
            Clock clock,
            ObjectMapper json) {
        this.answers = answers;
        this.rows = rows;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
    }

    /** What is open, with what does not fit. */
    @Transactional
    public ProposalList of(String round, String code) {
        return list(answers.now(round, code));
    }

    /** Confirms and dismisses. What is confirmed becomes one revision, as any save of answers does. */
    @Transactional
    public ProposalList decide(String round, String code, String ifMatch, Body body) {
        answers.merge(round, code, ifMatch, null, now -> sent(now, body.as(DecisionsWrite.class)));
        return of(round, code);
    }

    /** Reads the decisions and, when nothing is against them, keeps them; the transaction is that of the save. */
    private AnswersSent sent(AnswersNow now, DecisionsWrite written) {
        List<InputError> errors = new ArrayList<>();
        Map<String, Answer> open = open(now, rows.of(now.round(), now.municipality()));
        Decided decided = Decided.read(written, open.keySet(), errors);
        Map<String, Optional<Answer>> changes = new LinkedHashMap<>();
        decided.confirmed().forEach(question -> changes.put(question, Optional.of(open.get(question))));
        if (errors.isEmpty()) {
            keep(now, decided, new Act(actors.current(), clock.instant(), written.reason(), written.onBehalf()));
        }
        return new AnswersSent(
                written.reason(), written.onBehalf(), new AnswerChanges(changes), errors, error -> error);
    }

    private void keep(AnswersNow now, Decided decided, Act act) {
        rows.decide(now.round(), now.municipality(), decided.confirmed(), "confirmed", act);
        rows.decide(now.round(), now.municipality(), decided.dismissed(), "dismissed", act);
        JsonNode content = json.valueToTree(Map.of("confirmed", decided.confirmed(), "dismissed", decided.dismissed()));
        history.add(
                new Event(
                        Event.Subject.RESPONSE,
                        now.round(),
                        now.municipality(),
                        "decide-proposals",
                        null,
                        null,
                        null,
                        null,
                        content),
                act);
    }

    private ProposalList list(AnswersNow now) {
        Optional<Earlier> earlier = rows.of(now.round(), now.municipality());
        List<ProposalList.Proposed> proposed = new ArrayList<>();
        open(now, earlier)
                .forEach((question, answer) -> proposed.add(new ProposalList.Proposed(
                        question, earlier.get().round(), earlier.get().revision(), answer.toJson())));
        return new ProposalList(
                now.round(),
                now.municipality(),
                now.revision(),
                now.tag(),
                earlier.map(e -> new ProposalList.From(e.round(), e.revision())).orElse(null),
                proposed,
                earlier.map(e -> fit(now, e).others()).orElse(List.of()));
    }

    private Map<String, Answer> open(AnswersNow now, Optional<Earlier> earlier) {
        Map<String, Answer> open = new LinkedHashMap<>();
        earlier.ifPresent(e -> open.putAll(fit(now, e).fitting()));
        open.keySet().removeAll(now.answers().answered());
        open.keySet().removeAll(rows.decided(now.round(), now.municipality()));
        return open;
    }

    private Fit fit(AnswersNow now, Earlier earlier) {
        AnswersNow then = answers.now(earlier.round(), earlier.municipality());
        return Fit.of(then.revision(earlier.revision()).orElseThrow(), then.questionnaire(), now.questionnaire());
    }
}
