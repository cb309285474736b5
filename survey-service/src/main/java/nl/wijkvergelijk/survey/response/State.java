package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where the working revision of a response stands. */
public enum State {
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    APPROVED,
    PUBLISHED;

    /** The state as it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
