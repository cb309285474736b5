package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import nl.wijkvergelijk.survey.request.Tagged;
import nl.wijkvergelijk.survey.rule.Completeness;

/**
 * Where a response stands.
 *
 * @param published null when nothing of it is public
 * @param comment null when nothing lies with the municipality for comment
 * @param deadline null when the municipality has nothing to do by a certain day
 * @param openRemarks not resolved yet, clarification requests among them
 */
public record ResponseView(
        String round,
        Municipality municipality,
        State state,
        int revision,
        Published published,
        Completeness completeness,
        CommentRound comment,
        NextDeadline deadline,
        int openRemarks,
        int openClarificationRequests,
        @JsonIgnore String tag)
        implements Tagged {

    /** Which municipality. */
    public record Municipality(String code, String name) {}

    /** What is public of it. */
    public record Published(int revision, long sequence) {}
}
