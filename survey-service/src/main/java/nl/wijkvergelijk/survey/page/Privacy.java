package nl.wijkvergelijk.survey.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.description.Markdown;

/** The part of privacy.md in a language, as HTML. Its list of columns is for those who have the database. */
final class Privacy {

    private static final String DUTCH = part("## Nederlands", "## English");
    private static final String ENGLISH = part("## English", "## Columns");

    private Privacy() {}

    static String in(Language language) {
        return language == Language.NL ? DUTCH : ENGLISH;
    }

    private static String part(String from, String to) {
        try (InputStream in = Privacy.class.getResourceAsStream("/api-spec/privacy.md")) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Markdown.html(page.substring(page.indexOf(from) + from.length(), page.indexOf(to)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
