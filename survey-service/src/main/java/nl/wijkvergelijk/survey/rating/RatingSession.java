package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The rating session of a round. Each verb adds its event, with what was written: the history keeps every earlier state. */
@Entity
@Table(schema = "survey", name = "rating_session")
class RatingSession extends PanacheEntityBase {

    static final String OPEN = "open";
    static final String CLOSED = "closed";
    static final String PUBLISHED = "published";

    @Id
    private String round;

    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    @JdbcTypeCode(SqlTypes.JSON)
    private String totals;

    private String state;

    private int revision;

    @Column(name = "published_revision")
    private Integer publishedRevision;

    @Column(name = "published_sequence")
    private Long publishedSequence;

    @Version
    private int version;

    protected RatingSession() {}

    /** A session about which nothing is said yet. */
    RatingSession(String round) {
        this.round = round;
        this.state = OPEN;
        this.totals = "{}";
    }

    /** Says what is rated, by whom and how. */
    void describe(JsonNode written, Act act, History history) {
        definition = written.toString();
        changed("describe", written, act, history);
    }

    /** Holds these totals from now on. */
    void total(JsonNode written, Act act, History history) {
        totals = written.toString();
        changed("total", written, act, history);
    }

    /** No more ballots are taken, and the researcher may look into those there are. */
    void close(Act act, History history) {
        move("close", CLOSED, act, history);
    }

    /** Ballots are taken again, and nobody sees those of others; what was public stays so. */
    void reopen(Act act, History history) {
        move("reopen", OPEN, act, history);
    }

    private void move(String action, String to, Act act, History history) {
        String before = state;
        state = to;
        history.add(event(action, before, null, null), act);
    }

    private void changed(String action, JsonNode written, Act act, History history) {
        String before = revision == 0 ? null : state;
        state = OPEN;
        revision++;
        history.add(event(action, before, null, written), act);
    }

    /** The present totals are public now. */
    void published(long sequence, Act act, History history) {
        String before = state;
        state = PUBLISHED;
        publishedRevision = revision;
        publishedSequence = sequence;
        history.add(event("publish", before, sequence, null), act);
    }

    private Event event(String action, String before, Long publication, JsonNode content) {
        return new Event(
                Event.Subject.RATING_SESSION, round, null, action, before, state, revision, publication, content);
    }

    String round() {
        return round;
    }

    String definition() {
        return definition;
    }

    String totals() {
        return totals;
    }

    String state() {
        return state;
    }

    /** A state in a Dutch sentence. */
    static String dutch(String state) {
        return switch (state) {
            case OPEN -> "open";
            case CLOSED -> "gesloten";
            case PUBLISHED -> "gepubliceerd";
            default -> throw new IllegalArgumentException(state);
        };
    }

    int revision() {
        return revision;
    }

    Long publishedSequence() {
        return publishedSequence;
    }

    Integer publishedRevision() {
        return publishedRevision;
    }

    String tag() {
        return ETags.strong(version);
    }
}
