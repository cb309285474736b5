package nl.wijkvergelijk.comparison.dataset;

import java.util.Locale;

/** Why there is no figure, as published. Missing is never zero. */
public enum MissingCode {
    NOT_STATED,
    UNKNOWN,
    NOT_APPLICABLE,
    REFUSED,
    LOST,
    NOT_ASKED,
    NOT_ANSWERED,
    WITHDRAWN,
    REDACTED;

    private static final MissingCode[] ALL = values();

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As written: {@code not-stated}. */
    public String code() {
        return code;
    }

    static MissingCode of(String code) {
        for (MissingCode missing : ALL) {
            if (missing.code.equals(code)) {
                return missing;
            }
        }
        throw new UnreadableRows("no missing code " + code);
    }

    static MissingCode of(byte ordinal) {
        return ALL[ordinal];
    }
}
