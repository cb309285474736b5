package nl.wijkvergelijk.survey.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The published questionnaires: those this service was built with, and those that were posted. {@code questionnaires/published.sha256} lists the former with
 * their checksums; a file that no longer has its checksum is not served: answers were given to the questions as they were.
 */
@ApplicationScoped
public class Questionnaires {
    private static final String FOLDER = "questionnaires/";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<Questionnaire> bundled;
    private final Posted posted;

    /** Those this service was built with only. */
    public Questionnaires() {
        this(Questionnaires::read, Posted.NOTHING);
    }

    @Inject
    Questionnaires(PostedQuestionnaires posted) {
        this(Questionnaires::read, posted);
    }

    Questionnaires(Function<String, byte[]> files, Posted posted) {
        this.bundled = new String(files.apply("published.sha256"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> load(line, files))
                .toList();
        this.posted = posted;
    }

    /** All published questionnaires, in the order of their ids, and of each the oldest version first. */
    public List<Questionnaire> all() {
        return Stream.concat(bundled.stream(), posted.keys().stream().flatMap(key -> posted.find(key).stream()))
                .sorted(Comparator.comparing(Questionnaire::id).thenComparing(Questionnaire::version))
                .toList();
    }

    /** The versions of one questionnaire, the oldest first. */
    public List<Questionnaire> versions(String id) {
        return all().stream().filter(q -> q.id().equals(id)).toList();
    }

    /** The questionnaire with this id and version; what does not look like an id is none. */
    public Optional<Questionnaire> find(String id, int version) {
        return bundled.stream()
                .filter(q -> q.id().equals(id) && q.version() == version)
                .findFirst()
                .or(() -> ID.matcher(id).matches() ? posted.find(new Posted.Key(id, version)) : Optional.empty());
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
