package nl.wijkvergelijk.survey.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.questionnaire.PostedQuestionnaires;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.QuestionnaireFile;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import nl.wijkvergelijk.survey.request.Body;

/** Takes in new versions of questionnaires, one after the other, so that each is held against all that were there before it. */
@ApplicationScoped
class Posting {

    private final Questionnaires questionnaires;
    private final PostedQuestionnaires posted;
    private final History history;
    private final Actors actors;
    private final Clock clock;
    private final ObjectMapper json;
    private final Definitions inForce = newest();

    Posting(
            Questionnaires questionnaires,
            PostedQuestionnaires posted,
            History history,
            Actors actors,
            Clock clock,
            ObjectMapper json) {
        this.questionnaires = questionnaires;
        this.posted = posted;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
        this.json = json;
    }

    /** Keeps it for ever, as it is sent; refuses what cannot be asked (400) and what is there already (409). */
    @Transactional
    Questionnaire post(Body body) {
        JsonNode sent = body.as(JsonNode.class);
        posted.takeTurn();
        String id = sent.path("id").asText("");
        List<Questionnaire> versions = questionnaires.versions(id);
        List<InputError> errors = QuestionnaireReader.errors(sent, versions, inForce);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Questionnaire questionnaire = QuestionnaireFile.parseJson(sent.toString());
        if (versions.stream().anyMatch(q -> q.version() == questionnaire.version())) {
            throw new ProblemException(
                    SurveyProblem.QUESTIONNAIRE_EXISTS,
                    new Text(
                            "Versie %d van %s is er al, en verandert niet meer. Kies een hoger nummer."
                                    .formatted(questionnaire.version(), id),
                            "Version %d of %s is there already, and does not change any more. Choose a higher number."
                                    .formatted(questionnaire.version(), id)));
        }
        Act act = new Act(actors.current(), clock.instant(), null, null);
        String sha256 = posted.add(questionnaire, act);
        history.add(
                new Event(
                        Event.Subject.QUESTIONNAIRE,
                        null,
                        null,
                        "post",
                        null,
                        null,
                        null,
                        null,
                        json.valueToTree(Map.of("sha256", sha256)),
                        id + "/" + questionnaire.version()),
                act);
        return questionnaire;
    }

    private static Definitions newest() {
        return DefinitionsCatalogue.fromClasspath().all().stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
