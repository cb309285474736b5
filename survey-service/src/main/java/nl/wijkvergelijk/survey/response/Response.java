package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.ProblemType;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.rule.Completeness;
import nl.wijkvergelijk.survey.rule.RuleResult;
import org.hibernate.annotations.Formula;

/**
 * One municipality in one round. Each verb changes the state, refuses what is not possible now, and adds its own event to the history. The answers are in the
 * revisions; the number here is that of the last one.
 */
@Entity
@Table(schema = "survey", name = "response")
public class Response extends PanacheEntityBase {

    @EmbeddedId
    private ResponseKey key;

    private String state;

    private int revision;

    private int answered;

    @Column(name = "missing_required")
    private int missingRequired;

    private int questions;

    @Column(name = "open_remarks")
    private int openRemarks;

    @Column(name = "open_clarification_requests")
    private int openClarificationRequests;

    @Column(name = "published_revision")
    private Integer publishedRevision;

    @Column(name = "published_sequence")
    private Long publishedSequence;

    @Formula(
            "exists (select 1 from history.event e where e.subject = 'response' and e.action = 'publish' and e.round = round and e.municipality = municipality)")
    private boolean everPublished;

    @Column(name = "comment_deadline")
    private LocalDate commentDeadline;

    private int redactions;

    @Version
    private int version;

    protected Response() {}

    private Response(ResponseKey key) {
        this.key = key;
        this.state = State.DRAFT.code();
    }

    /** A municipality takes part: an empty draft. */
    static Response takePart(ResponseKey key, Completeness empty, Act act, History history) {
        Response response = new Response(key);
        response.count(empty);
        history.add(response.event("take-part", null, null, null), act);
        return response;
    }

    /** Makes the next revision the present one. Beside what is public this opens a draft; while changes are requested it stays so until it is submitted. */
    void save(Completeness completeness, Integer restored, Act act, History history) {
        State before = state();
        refuseUnlessOpen();
        revision++;
        state = (before == State.PUBLISHED ? State.DRAFT : before).code();
        count(completeness);
        history.add(event(restored == null ? "save" : "restore", before, revision, null), act);
    }

    /** So many remarks are not resolved now. Whoever holds the tag of before has not seen what was asked since. */
    public void remarksOpen(int remarks, int clarificationRequests) {
        openRemarks = remarks;
        openClarificationRequests = clarificationRequests;
    }

    /** Refuses where the answers are in somebody else's hands now. */
    void refuseUnlessOpen() {
        if (!state().isOpen()) {
            throw refusal(
                    SurveyProblem.ANSWERS_NOT_OPEN,
                    new Text(
                            "De antwoorden zijn nu %s en worden bekeken. Laat ze eerst teruggeven."
                                    .formatted(state().dutch()),
                            "The answers are %s now and are being looked at. Have them returned first."
                                    .formatted(state)),
                    state);
        }
    }

    /** Takes a step that publishes nothing. */
    void step(Action action, List<RuleResult> broken, Act act, History history) {
        State before = refuseUnlessPossible(action);
        if (action == Action.SUBMIT) {
            refuseBlocked(broken);
        }
        state = action.from(before).code();
        history.add(event(action.code(), before, revision, null), act);
    }

    /** Lays the description before the municipality, which may comment to the end of this day. */
    void sendForComment(LocalDate deadline, Act act, History history) {
        State before = refuseUnlessPossible(Action.SEND_FOR_COMMENT);
        commentDeadline = deadline;
        state = Action.SEND_FOR_COMMENT.from(before).code();
        JsonNode content = JsonNodeFactory.instance.objectNode().put("deadline", deadline.toString());
        history.add(event(Action.SEND_FOR_COMMENT.code(), before, revision, null, content), act);
    }

    /** The present revision is public now; answers with the event that says so, which is to be added. */
    Event published(long sequence) {
        State before = refuseUnlessPossible(Action.PUBLISH);
        publishedRevision = revision;
        publishedSequence = sequence;
        state = Action.PUBLISH.from(before).code();
        return event(Action.PUBLISH.code(), before, revision, sequence);
    }

    /** Nothing of it is public any more. */
    void withdrawn(long sequence, Act act, History history) {
        State before = refuseUnlessPossible(Action.WITHDRAW);
        int taken = publishedRevision;
        publishedRevision = null;
        everPublished = true;
        publishedSequence = null;
        state = Action.WITHDRAW.from(before).code();
        history.add(event(Action.WITHDRAW.code(), before, taken, sequence), act);
    }

    /**
     * The answer to a question was taken out of every revision. Whoever holds a tag of before has seen what is there no more.
     *
     * @param publication the one that says so in public; null where nothing of it was public
     */
    void redacted(String question, Completeness completeness, Long publication, Act act, History history) {
        redactions++;
        count(completeness);
        if (publication != null && publishedSequence != null) {
            publishedSequence = publication;
        }
        history.add(redaction(key, question, publication), act);
    }

    /** That an answer was taken out, without what it was. */
    static Event redaction(ResponseKey key, String question, Long publication) {
        return new Event(
                Event.Subject.RESPONSE,
                key.round(),
                key.municipality(),
                "redact",
                null,
                null,
                null,
                publication,
                null,
                question);
    }

    /** Refuses a step that does not start from the present state; answers with that state. */
    State refuseUnlessPossible(Action action) {
        if (!action.isPossibleFrom(state())) {
            throw refusal(
                    SurveyProblem.TRANSITION_NOT_POSSIBLE,
                    new Text(
                            "'%s' kan vanuit %s, en dit is nu %s."
                                    .formatted(action.code(), action.origins().nl(), state().dutch()),
                            "'%s' is possible from %s, and this is %s now."
                                    .formatted(action.code(), action.origins().en(), state)),
                    state);
        }
        if (action == Action.SUBMIT && revision == 0) {
            throw refusal(
                    SurveyProblem.TRANSITION_NOT_POSSIBLE,
                    new Text("Er is nog niets ingevuld.", "Nothing has been filled in yet."),
                    "no-answers");
        }
        if (action == Action.WITHDRAW && publishedSequence == null) {
            throw refusal(
                    SurveyProblem.TRANSITION_NOT_POSSIBLE,
                    new Text("Er is niets gepubliceerd.", "Nothing has been published."),
                    "not-published");
        }
        return state();
    }

    private static void refuseBlocked(List<RuleResult> broken) {
        List<Blocker> blocking = against(broken).toList();
        if (!blocking.isEmpty()) {
            throw Blocker.refusal(
                    SurveyProblem.SUBMISSION_BLOCKED,
                    new Text(
                            "Verbeter wat in blocking staat en dien opnieuw in.",
                            "Mend what blocking lists and submit again."),
                    blocking);
        }
    }

    /** What broken rules have against handing in. */
    static Stream<Blocker> against(List<RuleResult> broken) {
        return broken.stream()
                .filter(RuleResult::blocks)
                .map(rule -> new Blocker(rule.rule(), rule.questions(), rule.text()));
    }

    private static ProblemException refusal(ProblemType type, Text detail, String code) {
        return Blocker.refusal(type, detail, List.of(new Blocker(code, List.of(), detail)));
    }

    private Event event(String action, State before, Integer ofRevision, Long publication) {
        return event(action, before, ofRevision, publication, null);
    }

    private Event event(String action, State before, Integer ofRevision, Long publication, JsonNode content) {
        return new Event(
                Event.Subject.RESPONSE,
                key.round(),
                key.municipality(),
                action,
                before == null ? null : before.code(),
                state,
                ofRevision,
                publication,
                content);
    }

    private void count(Completeness completeness) {
        answered = completeness.answered();
        missingRequired = completeness.required();
        questions = completeness.total();
    }

    public ResponseKey key() {
        return key;
    }

    public State state() {
        return State.of(state);
    }

    /** The number of the last save; 0 before the first. */
    public int revision() {
        return revision;
    }

    /** The tag of the answers: their revision, and how often something was taken out of it. */
    String answersTag() {
        return ETags.strong(redactions == 0 ? String.valueOf(revision) : revision + "-" + redactions);
    }

    /** The revision that is public; null when none is. */
    public Integer publishedRevision() {
        return publishedRevision;
    }

    /** The publication that holds what is public; null when nothing is. */
    public Long publishedSequence() {
        return publishedSequence;
    }

    /** The last day of the last comment round; null when there was none yet. */
    public LocalDate commentDeadline() {
        return commentDeadline;
    }

    ResponseView view(String municipalityName, LocalDate returnBy, LocalDate today) {
        NextDeadline deadline = NextDeadline.of(state(), everPublished, returnBy, commentDeadline, today);
        return new ResponseView(
                key.round(),
                new ResponseView.Municipality(key.municipality(), municipalityName),
                state(),
                revision,
                publishedSequence == null ? null : new ResponseView.Published(publishedRevision, publishedSequence),
                new Completeness(answered, missingRequired, questions),
                CommentRound.of(state(), commentDeadline, today),
                deadline,
                openRemarks,
                openClarificationRequests,
                NextDeadline.tag(version, deadline));
    }
}
