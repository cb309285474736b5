package nl.wijkvergelijk.survey.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.AnswerRedaction;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Puts a mark in the place of an answer, or of the words of a remark, a reply or a comment. The history says that, when, by whom and why, and not what it was.
 */
@ApplicationScoped
class Redactions {

    private final Sql sql;
    private final Responses responses;
    private final Publications publications;
    private final AnswerRedaction answers;
    private final History history;
    private final Actors actors;

    Redactions(
            Sql sql,
            Responses responses,
            Publications publications,
            AnswerRedaction answers,
            History history,
            Actors actors) {
        this.sql = sql;
        this.responses = responses;
        this.publications = publications;
        this.answers = answers;
        this.history = history;
        this.actors = actors;
    }

    /** Does it; what is not there is a 404. Doing it again changes nothing more than that the history says it twice. */
    @Transactional
    RedactionView redact(String round, String code, Body body) {
        // An answer may have been public: what publishes waits for its turn before it locks anything.
        Instant now = publications.takeTurn();
        Responses.Found found = responses.toChange(round, code);
        RedactionWrite written = body.as(RedactionWrite.class);
        List<InputError> errors = written.errors();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Act act = new Act(actors.current(), now, written.reason(), null);
        if (written.ofAnswer()) {
            Long publication = answers.redact(found, written.question(), act).orElse(null);
            return new RedactionView(written.subject(), null, null, written.question(), publication, now);
        }
        redactText(found, written, act);
        return new RedactionView(written.subject(), written.item(), written.reply(), null, null, now);
    }

    private void redactText(Responses.Found found, RedactionWrite written, Act act) {
        boolean isThere = sql.find(
                        "select survey.redact(?, ?, ?, ?, cast(? as integer)) as there",
                        row -> row.getBoolean("there"),
                        found.round().id(),
                        found.municipality().code(),
                        written.subject(),
                        written.item(),
                        written.reply())
                .orElseThrow();
        if (!isThere) {
            throw new ProblemException(
                    HttpProblem.NOT_FOUND, new Text("Die tekst is er niet.", "There is no such text."));
        }
        String item = written.item() + (written.reply() == null ? "" : "/" + written.reply());
        Event.Subject subject = written.subject().equals("remark") ? Event.Subject.REMARK : Event.Subject.DESCRIPTION;
        history.add(
                new Event(
                        subject,
                        found.round().id(),
                        found.municipality().code(),
                        "redact",
                        null,
                        null,
                        null,
                        null,
                        null,
                        item),
                act);
    }
}
