package nl.wijkvergelijk.survey.remark;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.survey.request.Tagged;

/**
 * A thread as it is shown.
 *
 * @param question null when it is about the whole response
 * @param stale what it quotes is no longer what stands there
 * @param resolution null until it is resolved
 */
public record RemarkView(
        String id,
        Kind kind,
        String question,
        Stage state,
        boolean stale,
        String text,
        String author,
        String role,
        Instant askedAt,
        Quoted quoted,
        List<Reply> replies,
        Resolution resolution,
        @JsonIgnore String tag)
        implements Tagged {

    /** Whether somebody still has to do something about it. */
    @JsonIgnore
    public boolean isOpen() {
        return state != Stage.RESOLVED;
    }

    /** The questions it is about: one, or none. */
    @JsonIgnore
    public List<String> questions() {
        return question == null ? List.of() : List.of(question);
    }

    /** With its replies. */
    RemarkView with(List<Reply> said) {
        return new RemarkView(
                id, kind, question, state, stale, text, author, role, askedAt, quoted, said, resolution, tag);
    }

    /**
     * What stood there when it was put.
     *
     * @param answer null when there was none, or when the remark is about the whole response
     */
    public record Quoted(int revision, JsonNode answer) {}

    /** What somebody said to it. */
    public record Reply(String id, String text, String author, String role, String onBehalf, Instant repliedAt) {}

    /**
     * How it was settled.
     *
     * @param clarification for the public; null for none
     * @param stale the answer is another one since: the clarification is not published until it is given again
     */
    public record Resolution(
            String outcome,
            String clarification,
            String reason,
            String author,
            Instant resolvedAt,
            int revision,
            boolean stale) {}
}
