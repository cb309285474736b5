package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.Time;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.municipality.MunicipalityView;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.rule.Completeness;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets municipalities take part in a round. */
@ApplicationScoped
public class Participants {

    private final Rounds rounds;
    private final Municipalities municipalities;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Participants(Rounds rounds, Municipalities municipalities, History history, Actors actors, Clock clock) {
        this.rounds = rounds;
        this.municipalities = municipalities;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** The body of a request that says everything in its path. */
    record Nothing() {}

    /** Lets a municipality that is there take part; whether it did not yet. The round must be locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean join(RoundView round, String code, Act act) {
        ResponseKey key = new ResponseKey(round.id(), code);
        if (Response.findByIdOptional(key).isPresent()) {
            return false;
        }
        takePart(key, rounds.questionnaireOf(round), act);
        return true;
    }

    private Response takePart(ResponseKey key, Questionnaire questionnaire, Act act) {
        Completeness empty = Completeness.of(questionnaire, Answers.none(questionnaire));
        Response response = Response.takePart(key, empty, act, history);
        Constraints.keep(response);
        return response;
    }

    /** Gives the municipality an empty response, unless it takes part already. */
    @Transactional
    RestResponse<ResponseView> add(String round, String code, Body body) {
        RoundView open = rounds.toChange(round);
        Questionnaire questionnaire = rounds.questionnaireOf(open);
        MunicipalityView municipality =
                municipalities.find(MunicipalityCode.inPath(code)).orElseThrow(ProblemException::notFound);
        body.as(Nothing.class);
        ResponseKey key = new ResponseKey(round, code);
        Response known = Response.findById(key);
        if (known != null) {
            return RestResponse.ok(known.view(municipality.name(), open.returnBy(), Time.today(clock)));
        }
        Response response = takePart(key, questionnaire, new Act(actors.current(), clock.instant(), null, null));
        return RestResponse.status(
                RestResponse.Status.CREATED, response.view(municipality.name(), open.returnBy(), Time.today(clock)));
    }
}
