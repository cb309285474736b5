package nl.wijkvergelijk.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** problems.md, read: one entry per problem, under the heading that is its id. */
@ApplicationScoped
public class ProblemCatalogue {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One entry.
     *
     * @param status the HTTP status
     * @param paragraphs Dutch first, then English; each begins with the title in bold
     */
    public record Entry(String id, int status, List<String> paragraphs) {}

    public ProblemCatalogue() {
        for (String section : text().split("(?m)^### ")) {
            List<String> blocks = List.of(section.strip().split("\n\\s*\n"));
            if (blocks.size() >= 2 && blocks.get(0).matches("[a-z-]+\n\\d{3}")) {
                String[] heading = blocks.get(0).split("\n");
                List<String> paragraphs = blocks.stream()
                        .skip(1)
                        .takeWhile(b -> !b.startsWith("#"))
                        .map(b -> b.replace('\n', ' '))
                        .toList();
                entries.put(heading[0], new Entry(heading[0], Integer.parseInt(heading[1]), paragraphs));
            }
        }
    }

    /** The entry with this id. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** All entries in the order of the file. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    private static String text() {
        try (InputStream in = ProblemCatalogue.class.getResourceAsStream("/api-spec/problems.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
