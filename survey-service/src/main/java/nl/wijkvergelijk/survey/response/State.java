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

    /** The state in a Dutch sentence, as in "dit is nu goedgekeurd". An English one has the code. */
    public String dutch() {
        return switch (this) {
            case DRAFT -> "concept";
            case SUBMITTED -> "ingediend";
            case IN_REVIEW -> "in beoordeling";
            case CHANGES_REQUESTED -> "teruggestuurd met vragen";
            case IN_COMMENT -> "voorgelegd voor commentaar";
            case APPROVED -> "goedgekeurd";
            case PUBLISHED -> "gepubliceerd";
        };
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
