package nl.wijkvergelijk.survey.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.sql.Sql;

/** Puts a mark in the place of the words of a remark, a reply or a comment. The history says that, when, by whom and why, and not what it was. */
@ApplicationScoped
class Redactions {

    private final Sql sql;
    private final Responses responses;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Redactions(Sql sql, Responses responses, History history, Actors actors, Clock clock) {
        this.sql = sql;
        this.responses = responses;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** Does it; what is not there is a 404. Doing it again changes nothing more than that the history says it twice. */
    @Transactional
    RedactionView redact(String round, String code, Body body) {
        Responses.Found found = responses.toChange(round, code);
        RedactionWrite written = body.as(RedactionWrite.class);
        if (written.subject().equals("comment") && written.reply() != null) {
            throw ProblemException.invalid(InputError.body(
                    "/reply",
                    "not-allowed",
                    new Text("Een commentaar heeft geen reacties.", "A comment has no replies.")));
        }
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
        Instant now = clock.instant();
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
                new Act(actors.current(), now, written.reason(), null));
        return new RedactionView(written.subject(), written.item(), written.reply(), now);
    }
}
