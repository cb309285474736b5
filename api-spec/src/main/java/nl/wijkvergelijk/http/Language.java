package nl.wijkvergelijk.http;

import java.util.Locale;
import java.util.Optional;

/** The languages in which users read; Dutch is the default. */
public enum Language {
    NL,
    EN;

    /** The code as it stands in {@code lang=} and {@code Content-Language}: {@code nl} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code nl} or {@code en}; anything else is empty. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
