package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where the working revision of a response stands. */
public enum State {
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    /** Back with the municipality, which has questions of the researcher to answer first. */
    CHANGES_REQUESTED,
    /** The description lies with the municipality for comment. */
    IN_COMMENT,
    APPROVED,
    PUBLISHED;

    /** The state as it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the municipality may change its answers now. */
    public boolean isOpen() {
        return this == DRAFT || this == CHANGES_REQUESTED || this == PUBLISHED;
    }

    public static State of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
