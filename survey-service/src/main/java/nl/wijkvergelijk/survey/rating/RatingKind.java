package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a rater rates: by putting the items in order, or by giving each points. */
public enum RatingKind {
    RANKING,
    POINTS;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RatingKind of(String code) {
        for (RatingKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind: " + code);
    }
}
