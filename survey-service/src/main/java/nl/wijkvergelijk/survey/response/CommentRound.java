package nl.wijkvergelijk.survey.response;

import java.time.LocalDate;

/**
 * The description lies with the municipality for comment.
 *
 * @param deadline the last day
 * @param overdue whether that day is past
 */
public record CommentRound(LocalDate deadline, boolean overdue) {

    /** What of it is shown; null where nothing lies for comment. */
    static CommentRound of(State state, LocalDate deadline, LocalDate today) {
        return state == State.IN_COMMENT ? new CommentRound(deadline, deadline.isBefore(today)) : null;
    }
}
