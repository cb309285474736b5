package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of a response that was sent in a file. */
enum Outcome {
    /** It takes part or has answers only since now. */
    CREATED,
    CHANGED,
    /** Everything was there already. */
    UNCHANGED,
    REFUSED;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
