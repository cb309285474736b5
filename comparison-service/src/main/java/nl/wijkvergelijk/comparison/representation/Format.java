package nl.wijkvergelijk.comparison.representation;

import java.util.Locale;
import java.util.Optional;

/** The forms an answer can have. */
public enum Format implements Form {
    JSON("application/json"),
    CSV("text/csv; charset=utf-8; header=present");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** What {@code Content-Type} says; the parameters of CSV are those of RFC 4180. */
    @Override
    public String contentType() {
        return contentType;
    }

    /** As in {@code format=} and as a file's ending. */
    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code json} or {@code csv}. */
    public static Optional<Format> of(String code) {
        for (Format format : values()) {
            if (format.code().equals(code)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
