package nl.wijkvergelijk.http;

import java.util.Objects;

/** One sentence or label in both languages; neither may be absent. */
public record Text(String nl, String en) {

    public Text {
        Objects.requireNonNull(nl, "nl");
        Objects.requireNonNull(en, "en");
    }

    /** The text in the given language. */
    public String in(Language language) {
        return switch (language) {
            case NL -> nl;
            case EN -> en;
        };
    }
}
