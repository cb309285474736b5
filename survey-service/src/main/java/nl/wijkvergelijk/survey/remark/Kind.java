package nl.wijkvergelijk.survey.remark;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a remark asks for. */
public enum Kind {
    REMARK,
    /** A question that must be settled before the answers can be approved. */
    CLARIFICATION_REQUEST;

    static final String FORM = "remark|clarification-request";

    /** The kind as it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Kind::code).toList();
    }

    static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
