package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.questionnaire.RuleDefinition;
import nl.wijkvergelijk.survey.rule.Completeness;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Takes the answer to a question out of everything: all revisions, what remarks quote of it, and every publication it was in. The question can be answered anew. Where something public
 * changed, a publication says so, with what is public now.
 */
@ApplicationScoped
public class AnswerRedaction {

    private final Responses responses;
    private final Publications publications;
    private final KeptAnswers kept;
    private final History history;
    private final Sql sql;

    AnswerRedaction(Responses responses, Publications publications, KeptAnswers kept, History history, Sql sql) {
        this.responses = responses;
        this.publications = publications;
        this.kept = kept;
        this.history = history;
        this.sql = sql;
    }

    private record Places(boolean there, long kept, long madePublic) {}

    /**
     * Does it, whoever does it having the publication's turn and the lock on the response; where there never was such an answer it is a 404. Doing it again takes out what was answered
     * since, and otherwise changes nothing more than that the history says it twice.
     *
     * @return the publication that says so in public; empty where nothing of it was public
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Long> redact(Responses.Found found, String question, Act act) {
        Places places = sql.find(
                        "select there, kept, made_public from survey.redact_answer(?, ?, ?, string_to_array(?, ','))",
                        row -> new Places(row.getBoolean("there"), row.getLong("kept"), row.getLong("made_public")),
                        found.round().id(),
                        found.municipality().code(),
                        question,
                        String.join(",", rulesAbout(question, found)))
                .orElseThrow();
        if (!places.there()) {
            throw new ProblemException(
                    HttpProblem.NOT_FOUND, new Text("Dat antwoord is er niet.", "There is no such answer."));
        }
        kept.forget(found.response().key(), question);
        Long publication = places.madePublic() == 0
                ? null
                : publications.publishRedacted(
                        found.round().id(), found.municipality().code(), act.reason(), act.at());
        if (places.kept() == 0 && publication == null) {
            history.add(Response.redaction(found.response().key(), question, null), act);
        } else {
            found.response()
                    .redacted(
                            question,
                            Completeness.of(found.questionnaire(), responses.present(found)),
                            publication,
                            act,
                            history);
        }
        return Optional.ofNullable(publication);
    }

    /** The rules that look at the answer: in their sentences its figures are filled in. */
    private static List<String> rulesAbout(String question, Responses.Found found) {
        return found.questionnaire().rules().stream()
                .filter(rule -> isAbout(rule, question))
                .map(RuleDefinition::id)
                .toList();
    }

    private static boolean isAbout(RuleDefinition rule, String question) {
        return rule.questions().contains(question)
                || rule.when().containsKey(question)
                || rule.parameters() != null && rule.parameters().toString().contains('"' + question + '"');
    }
}
