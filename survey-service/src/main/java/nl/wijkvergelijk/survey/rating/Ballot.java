package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One municipality's view of itself and the others in a rating session. Every time it is put counts, also with the same content: no tag tells what is in it. */
@Entity
@Table(schema = "survey", name = "ballot")
class Ballot extends PanacheEntityBase {

    @EmbeddedId
    private BallotKey key;

    @JdbcTypeCode(SqlTypes.JSON)
    private String ratings;

    private int revision;

    @Column(name = "saved_at")
    private Instant savedAt;

    private String author;

    @Column(name = "on_behalf")
    private String onBehalf;

    @Version
    private int version;

    protected Ballot() {}

    /** A ballot on which nothing stands yet. */
    Ballot(BallotKey key) {
        this.key = key;
    }

    /** Holds these ratings from now on. */
    void put(JsonNode written, Act act, History history) {
        ratings = written.toString();
        revision++;
        savedAt = act.at();
        author = act.actor().account();
        onBehalf = act.onBehalf();
        history.add(
                new Event(Event.Subject.BALLOT, key.round(), key.rater(), "put", null, null, revision, null, written),
                act);
    }

    String rater() {
        return key.rater();
    }

    String ratings() {
        return ratings;
    }

    int revision() {
        return revision;
    }

    Instant savedAt() {
        return savedAt;
    }

    String author() {
        return author;
    }

    String onBehalf() {
        return onBehalf;
    }

    String tag() {
        return ETags.strong(revision);
    }
}
