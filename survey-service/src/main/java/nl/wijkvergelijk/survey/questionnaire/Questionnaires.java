package nl.wijkvergelijk.survey.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The published questionnaires. {@code questionnaires/published.sha256} lists them with their checksums; a file that no longer has its checksum is not
 * served: answers were given to the questions as they were.
 */
@ApplicationScoped
public class Questionnaires {
    private static final String FOLDER = "questionnaires/";

    private final List<Questionnaire> published;

    public Questionnaires() {
        this(Questionnaires::read);
    }

    Questionnaires(Function<String, byte[]> files) {
        published = new String(files.apply("published.sha256"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> load(line, files))
                .toList();
    }

    /** All published questionnaires, in the order in which they were published. */
    public List<Questionnaire> all() {
        return published;
    }

    /** The questionnaire with this id and version. */
    public Optional<Questionnaire> find(String id, int version) {
        return published.stream()
                .filter(q -> q.id().equals(id) && q.version() == version)
                .findFirst();
    }

    private static Questionnaire load(String line, Function<String, byte[]> files) {
        String[] checksumAndFile = line.split(" [ *]", 2);
        byte[] file = files.apply(checksumAndFile[1]);
        String found = QuestionnaireFile.checksum(file);
        if (!found.equals(checksumAndFile[0])) {
            throw new IllegalStateException("%s%s was changed after it was published (its checksum is now %s)"
                    .formatted(FOLDER, checksumAndFile[1], found));
        }
        return QuestionnaireFile.parse(file);
    }

    static byte[] read(String name) {
        try (InputStream in = Questionnaires.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("not on the classpath: " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
