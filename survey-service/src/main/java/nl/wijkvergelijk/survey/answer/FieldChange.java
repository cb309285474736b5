package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field of an answer that is other than it was.
 *
 * @param pointer where in the answer (RFC 6901), such as {@code /value} or {@code /statements/0/note}
 * @param before null when it was not there
 * @param after null when it is not there any more
 */
public record FieldChange(
        String question,
        String pointer,
        @JsonProperty("old") JsonNode before,
        @JsonProperty("new") JsonNode after) {

    /** Whether the other change is of the same field, or of one that holds the other. */
    public boolean concerns(FieldChange other) {
        return question.equals(other.question) && (pointer + "/").startsWith(other.pointer + "/")
                || question.equals(other.question) && (other.pointer + "/").startsWith(pointer + "/");
    }
}
