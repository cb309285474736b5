package nl.wijkvergelijk.survey.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.answer.Source;
import nl.wijkvergelijk.survey.answer.Sources;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.response.EvidenceOnFile;
import nl.wijkvergelijk.survey.response.ResponseKey;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;

/** The table of evidence. Whoever writes holds the lock on the response. */
@ApplicationScoped
class EvidenceRows implements EvidenceOnFile {

    private final Sql sql;
    private final ObjectMapper json;

    EvidenceRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Sources of(ResponseKey key) {
        return new Sources(() -> byId(all(key)));
    }

    @Override
    public Map<String, Sources> of(List<Surveyed> many) {
        Map<String, Sources> sources = new HashMap<>();
        all(Surveyed.round(many), Surveyed.codesOf(many))
                .forEach((code, views) -> sources.put(code, new Sources(byId(views))));
        return sources;
    }

    private static Map<String, Source> byId(List<EvidenceView> views) {
        return views.stream()
                .collect(Collectors.toMap(EvidenceView::id, view -> view.entry().source()));
    }

    /** All of a response, the oldest first. */
    List<EvidenceView> all(ResponseKey key) {
        return all(key.round(), key.municipality()).getOrDefault(key.municipality(), List.of());
    }

    /** The same of many responses of a round, by municipality; who has nothing on file is absent. */
    Map<String, List<EvidenceView>> all(String round, String municipalities) {
        record OnFile(String municipality, EvidenceView view) {}
        return sql
                .list("""
                select municipality, id, entry, added_at, changed_at, file_sha256, file_size, file_media_type, file_name, version
                from survey.evidence where round = ? and municipality = any (string_to_array(?, ',')) order by municipality, added_at, id
                """, row -> new OnFile(row.getString("municipality"), view(row)), round, municipalities)
                .stream()
                .collect(Collectors.groupingBy(
                        OnFile::municipality, Collectors.mapping(OnFile::view, Collectors.toList())));
    }

    Optional<EvidenceView> find(ResponseKey key, String id) {
        return sql.find("""
                select id, entry, added_at, changed_at, file_sha256, file_size, file_media_type, file_name, version
                from survey.evidence where round = ? and municipality = ? and id = ?
                """, this::view, key.round(), key.municipality(), id);
    }

    /** What was put on file, and by whom. */
    record Filed(String id, Entry entry, Act act) {}

    void addAll(ResponseKey key, List<Filed> filed) {
        sql.updateAll("""
                insert into survey.evidence (round, municipality, id, entry, added_at, changed_at, version)
                values (?, ?, ?, cast(? as jsonb), ?, ?, 0)
                """, filed.stream().map(each -> new Object[] {
            key.round(),
            key.municipality(),
            each.id(),
            tree(each.entry()).toString(),
            each.act().at(),
            each.act().at()
        }));
    }

    void correct(ResponseKey key, String id, Entry entry, Instant at) {
        sql.update("""
                update survey.evidence set entry = cast(? as jsonb), changed_at = ?, version = version + 1
                where round = ? and municipality = ? and id = ?
                """, tree(entry).toString(), at, key.round(), key.municipality(), id);
    }

    void attach(ResponseKey key, String id, StoredFile file, Instant at) {
        sql.update(
                """
                update survey.evidence
                set file_sha256 = ?, file_size = ?, file_media_type = ?, file_name = ?, changed_at = ?, version = version + 1
                where round = ? and municipality = ? and id = ?
                """,
                file.sha256(),
                file.size(),
                file.mediaType(),
                file.fileName(),
                at,
                key.round(),
                key.municipality(),
                id);
    }

    /** What is kept of it, as JSON. */
    JsonNode tree(Object kept) {
        return json.valueToTree(kept);
    }

    private EvidenceView view(ResultSet row) throws SQLException {
        Entry entry = entry(row.getString("entry"));
        String sha256 = row.getString("file_sha256");
        return new EvidenceView(
                row.getString("id"),
                entry.document(),
                entry.interview(),
                sha256 == null
                        ? null
                        : new StoredFile(
                                sha256,
                                row.getLong("file_size"),
                                row.getString("file_media_type"),
                                row.getString("file_name")),
                Sql.instant(row, "added_at"),
                Sql.instant(row, "changed_at"),
                ETags.strong(row.getInt("version")));
    }

    private Entry entry(String stored) {
        try {
            return json.readValue(stored, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
