package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.wijkvergelijk.http.ETags;

/**
 * The day by which the municipality has something to do: to comment on the description, or else to return its answers.
 *
 * @param kind return or comment
 * @param date the last day, where the municipalities are
 * @param late whether that day is past
 */
public record NextDeadline(String kind, LocalDate date, boolean late) {

    private static final String RETURN = "return";
    private static final String COMMENT = "comment";

    /**
     * What a response waits for; null when it is nothing with a date. A draft of which nothing was ever public must be returned; what was sent back with questions
     * came in time, and a draft beside what is public, or of what was withdrawn, is nobody's debt.
     */
    static NextDeadline of(
            State state, boolean wasPublic, LocalDate returnBy, LocalDate commentDeadline, LocalDate today) {
        if (state == State.IN_COMMENT) {
            return new NextDeadline(COMMENT, commentDeadline, commentDeadline.isBefore(today));
        }
        return state != State.DRAFT || wasPublic || returnBy == null
                ? null
                : new NextDeadline(RETURN, returnBy, returnBy.isBefore(today));
    }

    /** How many days it is late; 0 when it is not. */
    int daysLate(LocalDate today) {
        return late ? Math.toIntExact(ChronoUnit.DAYS.between(date, today)) : 0;
    }

    @JsonIgnore
    boolean isReturn() {
        return kind.equals(RETURN);
    }

    /** The tag of a response. A day of return that was set, or any day that has passed, shows too, though nobody changed the response. */
    static String tag(int version, NextDeadline next) {
        String set = next != null && next.isReturn() ? "-by-" + next.date() : "";
        return ETags.strong(version + set + (next != null && next.late() ? "-overdue" : ""));
    }
}
