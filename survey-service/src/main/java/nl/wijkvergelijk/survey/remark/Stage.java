package nl.wijkvergelijk.survey.remark;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a remark stands. */
public enum Stage {
    /** The side that put it had the last word. */
    ASKED,
    /** The other side had the last word. */
    ANSWERED,
    RESOLVED;

    /** The state as it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Stage::code).toList();
    }

    static Stage of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
