package nl.wijkvergelijk.survey.group;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One group of a round. Each verb adds its event, with what was written: the history keeps every earlier state. */
@Entity
@Table(schema = "survey", name = "municipality_group")
class MunicipalityGroup extends PanacheEntityBase {

    /** What an id looks like. */
    static final String ID = "[a-z0-9][a-z0-9-]{0,59}";

    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";
    static final String WITHDRAWN = "withdrawn";

    @EmbeddedId
    private GroupKey key;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private boolean withdrawn;

    private String state;

    private int revision;

    @Column(name = "published_revision")
    private Integer publishedRevision;

    @Column(name = "published_sequence")
    private Long publishedSequence;

    @Version
    private int version;

    protected MunicipalityGroup() {}

    MunicipalityGroup(GroupKey key) {
        this.key = key;
    }

    /** Is this from now on, as a draft. */
    void become(ObjectNode written, Act act, History history) {
        write(written, false, DRAFT, revision == 0 ? "add" : "change", act, history);
    }

    /** Is to be taken back: by the next publication where it is public, at once where it never was. */
    void takeBack(ObjectNode written, Act act, History history) {
        write(written, true, publishedSequence == null ? WITHDRAWN : DRAFT, "withdraw", act, history);
    }

    private void write(ObjectNode written, boolean takenBack, String next, String action, Act act, History history) {
        String before = state;
        content = written.toString();
        withdrawn = takenBack;
        state = next;
        revision++;
        history.add(event(action, before, null, written.deepCopy()), act);
    }

    /** What it is now is public, or, where it is taken back, no longer is. */
    void published(long sequence, Act act, History history) {
        String before = state;
        state = withdrawn ? WITHDRAWN : PUBLISHED;
        publishedRevision = withdrawn ? null : Integer.valueOf(revision);
        publishedSequence = withdrawn ? null : Long.valueOf(sequence);
        history.add(event("publish", before, sequence, JsonNodeFactory.instance.objectNode()), act);
    }

    private Event event(String action, String before, Long publication, ObjectNode what) {
        what.put("id", key.id());
        return new Event(Event.Subject.GROUP, key.round(), null, action, before, state, revision, publication, what);
    }

    GroupKey key() {
        return key;
    }

    String content() {
        return content;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isDraft() {
        return state.equals(DRAFT);
    }

    String state() {
        return state;
    }

    int revision() {
        return revision;
    }

    /** The revision that is public; null when none is. */
    Integer publishedRevision() {
        return publishedRevision;
    }

    /** The publication that holds what is public; null when nothing is. */
    Long publishedSequence() {
        return publishedSequence;
    }

    String tag() {
        return ETags.strong(version);
    }
}
