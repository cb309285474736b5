package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * The versions that were posted. A row is never changed, so a version that was read once is held for ever; one that is not held is looked for in the database,
 * since another instance may have taken it in. What no longer has its checksum is not served.
 */
@ApplicationScoped
public class PostedQuestionnaires implements Posted {

    private record Row(String sha256, String content) {}

    private final Map<Key, Questionnaire> held = new ConcurrentHashMap<>();
    private final Sql sql;
    private final ObjectMapper json;

    PostedQuestionnaires(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<Key> keys() {
        return sql.list(
                "select id, version from history.questionnaire order by id, version",
                row -> new Key(row.getString("id"), row.getInt("version")));
    }

    @Override
    public Optional<Questionnaire> find(Key key) {
        Questionnaire known = held.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Questionnaire> read = sql.find(
                        "select sha256, content from history.questionnaire where id = ? and version = ?",
                        row -> new Row(row.getString("sha256"), row.getString("content")),
                        key.id(),
                        key.version())
                .map(row -> read(key, row));
        read.ifPresent(questionnaire -> held.put(key, questionnaire));
        return read;
    }

    /** Waits until nobody else posts; from here to the end of the transaction nobody else does, and what they posted can be seen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeTurn() {
        sql.find("select pg_advisory_xact_lock(20050002)", row -> true);
    }

    /** Keeps a version for ever; answers with the SHA-256 of what is kept, in hexadecimal. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String add(Questionnaire questionnaire, Act act) {
        String content = written(questionnaire);
        String sha256 = QuestionnaireFile.checksum(content.getBytes(StandardCharsets.UTF_8));
        sql.update(
                "insert into history.questionnaire (id, version, sha256, content, at, author) values (?, ?, ?, ?, ?, ?)",
                questionnaire.id(),
                questionnaire.version(),
                sha256,
                content,
                act.at(),
                act.actor().account());
        return sha256;
    }

    private static Questionnaire read(Key key, Row row) {
        String found = QuestionnaireFile.checksum(row.content().getBytes(StandardCharsets.UTF_8));
        if (!found.equals(row.sha256())) {
            throw new IllegalStateException(
                    "%s was changed after it was posted (its checksum is now %s)".formatted(key, found));
        }
        return QuestionnaireFile.parseJson(row.content());
    }

    private String written(Questionnaire questionnaire) {
        try {
            return json.writeValueAsString(questionnaire);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
