package nl.wijkvergelijk.survey.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The one style sheet of the pages. */
final class Style {

    static final String TEXT = read();

    private Style() {}

    private static String read() {
        try (var in = Style.class.getResourceAsStream("/page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
