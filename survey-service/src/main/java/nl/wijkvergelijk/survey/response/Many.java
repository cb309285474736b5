package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.sql.Sql;

/** The responses of a round for whoever takes or gives many of them, one after the other. */
@ApplicationScoped
public class Many {

    private final Rounds rounds;
    private final Responses responses;
    private final Participants participants;
    private final Saving saving;
    private final Revisions revisions;
    private final Actors actors;
    private final Clock clock;
    private final Sql sql;

    Many(
            Rounds rounds,
            Responses responses,
            Participants participants,
            Saving saving,
            Revisions revisions,
            Actors actors,
            Clock clock,
            Sql sql) {
        this.rounds = rounds;
        this.responses = responses;
        this.participants = participants;
        this.saving = saving;
        this.revisions = revisions;
        this.actors = actors;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * A response that is locked until the transaction ends.
     *
     * @param joined whether it takes part only since now
     */
    public record Opened(Responses.Found found, boolean joined) {}

    /** The response of a municipality that is known; it takes part from now on if it did not. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Opened open(String round, String code) {
        boolean joins = !responses.exists(round, code);
        if (joins) {
            RoundView locked = rounds.toChange(round);
            joins = participants.join(locked, code, new Act(actors.current(), clock.instant(), null, null));
        }
        return new Opened(responses.toChange(round, code), joins);
    }

    /**
     * Changes some answers as a save does; what is there already makes no revision.
     *
     * @param answers by question id, null deletes
     * @param sayable the members of an answer that the sender's form has a place for; an answer that has others now is refused
     * @return the questions whose answers are other than before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> save(
            Responses.Found found, JsonNode answers, Set<String> sayable, String reason, String onBehalf) {
        return List.copyOf(
                saving.take(found, answers, sayable, reason, onBehalf).changed());
    }

    /** A response as it is now; the revision is 0 before the first save. */
    public record Now(String municipality, int revision, Answers answers) {}

    /** Those of these municipalities, in order. The number of statements does not grow with them. */
    @Transactional
    public List<Now> now(String round, Collection<String> municipalities) {
        Questionnaire questionnaire = rounds.questionnaireOf(rounds.inPath(round));
        return revisions.last(round, municipalities, questionnaire).stream()
                .map(last -> new Now(last.municipality(), last.number(), last.answers()))
                .toList();
    }

    /** The codes of everybody who takes part, in order. */
    @Transactional
    public List<String> codes(String round) {
        return sql.list(
                "select municipality from survey.response where round = ? order by municipality",
                row -> row.getString("municipality"),
                rounds.inPath(round).id());
    }
}
