package nl.wijkvergelijk.survey.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Something of a round that researchers write, and that becomes public by a publication. Each verb adds its event, with what was written: the history keeps every
 * earlier state.
 */
@MappedSuperclass
public abstract class Publishable extends PanacheEntityBase {

    /** What an id looks like; an indicator's looks the same. */
    public static final String ID = "[a-z0-9][a-z0-9-]{0,59}";

    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";
    private static final String WITHDRAWN = "withdrawn";

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

    /** What its events are about. */
    protected abstract Event.Subject subject();

    /** The round it is of. */
    public abstract String round();

    /** What it is called in its round. */
    public abstract String id();

    /** Is this from now on, as a draft. */
    public void become(ObjectNode written, Act act, History history) {
        write(written, false, DRAFT, revision == 0 ? "add" : "change", act, history);
    }

    /** Is to be taken back: by the next publication where it is public, at once where it never was. */
    public void takeBack(ObjectNode written, Act act, History history) {
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

    /** What it is now is public, or, where it is taken back, no longer is; answers with the event that says so, which is to be added. */
    Event published(long sequence) {
        String before = state;
        state = withdrawn ? WITHDRAWN : PUBLISHED;
        publishedRevision = withdrawn ? null : Integer.valueOf(revision);
        publishedSequence = withdrawn ? null : Long.valueOf(sequence);
        return event("publish", before, sequence, JsonNodeFactory.instance.objectNode());
    }

    private Event event(String action, String before, Long publication, ObjectNode what) {
        what.put("id", id());
        return new Event(subject(), round(), null, action, before, state, revision, publication, what);
    }

    /** What was written last, as JSON. */
    public String content() {
        return content;
    }

    /** Whether it is taken back, or to be. */
    public boolean isWithdrawn() {
        return withdrawn;
    }

    /** Whether it differs from what is public. */
    public boolean isDraft() {
        return state.equals(DRAFT);
    }

    /** Whether it is public as it is. */
    boolean isPublished() {
        return state.equals(PUBLISHED);
    }

    /** Draft, published or withdrawn. */
    public String state() {
        return state;
    }

    /** How often it was written. */
    public int revision() {
        return revision;
    }

    /** The revision that is public; null when none is. */
    public Integer publishedRevision() {
        return publishedRevision;
    }

    /** The publication that holds what is public; null when nothing is. */
    public Long publishedSequence() {
        return publishedSequence;
    }

    /** Changes with every change. */
    public String tag() {
        return ETags.strong(version);
    }
}
