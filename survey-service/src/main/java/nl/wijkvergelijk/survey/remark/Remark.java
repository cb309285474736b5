package nl.wijkvergelijk.survey.remark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.response.Blocker;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A thread about one answer, or about a response as a whole. Each verb adds its event, without the words: they stay here, and a resolution's earlier form in the event's content. */
@Entity
@Table(schema = "survey", name = "remark")
class Remark extends PanacheEntityBase {

    @EmbeddedId
    private RemarkKey key;

    private String kind;

    private String question;

    private String text;

    private String author;

    private String role;

    private Instant at;

    @Column(name = "quoted_revision")
    private int quotedRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "quoted_answer")
    private String quotedAnswer;

    private String state;

    private int replies;

    private String outcome;

    private String clarification;

    private String reason;

    @Column(name = "resolved_by")
    private String resolvedBy;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "resolved_revision")
    private Integer resolvedRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "resolved_answer")
    private String resolvedAnswer;

    @Version
    private int version;

    protected Remark() {}

    /** Somebody asks or remarks something about what stands there now. */
    static Remark ask(RemarkKey key, RemarkWrite written, Quote now, Act act, History history) {
        Remark remark = new Remark();
        remark.key = key;
        remark.kind = written.kind();
        remark.question = written.question();
        remark.text = written.text();
        remark.author = act.actor().account();
        remark.role = act.actor().role().code();
        remark.at = act.at();
        remark.quotedRevision = now.revision();
        remark.quotedAnswer = now.answer();
        remark.state = Stage.ASKED.code();
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("kind", remark.kind);
        if (remark.question != null) {
            content.put("question", remark.question);
        }
        history.add(remark.event("ask", null, now.revision(), content), act);
        return remark;
    }

    /**
     * Somebody replies: whose turn it is now follows from who had the last word.
     *
     * @return the reply's number in the thread
     */
    int reply(Role side, int revision, Act act, History history) {
        String before = state;
        if (stage() == Stage.RESOLVED) {
            Text detail = new Text(
                    "Opmerking %d is afgehandeld. Begin een nieuwe.".formatted(key.number()),
                    "Remark %d is resolved. Put a new one.".formatted(key.number()));
            throw Blocker.refusal(
                    SurveyProblem.REMARK_RESOLVED, detail, List.of(new Blocker(state, questions(), detail)));
        }
        replies++;
        state = (side.code().equals(role) ? Stage.ASKED : Stage.ANSWERED).code();
        history.add(event("reply", before, revision, null), act);
        return replies;
    }

    /** A researcher settles it, or settles it anew, looking at what stands there now. */
    void resolve(ResolutionWrite written, Quote now, Act act, History history) {
        String before = state;
        state = Stage.RESOLVED.code();
        outcome = written.outcome();
        clarification = written.clarification();
        reason = written.reason();
        resolvedBy = act.actor().account();
        resolvedAt = act.at();
        resolvedRevision = now.revision();
        resolvedAnswer = now.answer();
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("outcome", outcome);
        if (clarification != null) {
            content.put("clarification", clarification);
        }
        history.add(event("resolve", before, now.revision(), content), act);
    }

    private Event event(String action, String before, int revision, JsonNode content) {
        return new Event(
                Event.Subject.REMARK,
                key.round(),
                key.municipality(),
                action,
                before,
                state,
                revision,
                null,
                content,
                Integer.toString(key.number()));
    }

    RemarkKey key() {
        return key;
    }

    Stage stage() {
        return Stage.of(state);
    }

    /** The question it is about; null for the whole response. */
    String question() {
        return question;
    }

    private List<String> questions() {
        return question == null ? List.of() : List.of(question);
    }
}
