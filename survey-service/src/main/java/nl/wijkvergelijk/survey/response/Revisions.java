package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every save, kept whole: the numbers have no gaps, and nothing is overwritten or deleted. */
@ApplicationScoped
class Revisions {

    private final Sql sql;
    private final ObjectMapper json;
    private final Cache<ResponseKey, Read> lately;

    Revisions(Sql sql, ObjectMapper json, @ConfigProperty(name = "wijkvergelijk.answers-in-memory") MemorySize most) {
        this.sql = sql;
        this.json = json;
        // Not for long: what an administrator took out of the database since would stay here until somebody looks.
        this.lately = Caffeine.newBuilder()
                .maximumWeight(most.asLongValue())
                .weigher((ResponseKey key, Read read) -> read.answers.json().length())
                .expireAfterAccess(Duration.ofMinutes(5))
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** Answers read or written lately, and what said so. */
    private record Read(Version version, Answers answers) {}

    /**
     * A row as PostgreSQL tells it from others: one of a transaction that failed is another one, and so is the same with an answer taken out of it. Who goes on from a copy of the database gives out
     * the same transactions and places again, so the moment counts too.
     */
    private record Version(String transaction, String place, Instant at) {

        static final Version NONE = new Version(null, null, null);

        static Version of(ResultSet row) throws SQLException {
            return new Version(row.getString("xmin"), row.getString("ctid"), Sql.instant(row, "at"));
        }
    }

    /** Keeps the next one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(ResponseKey key, int number, Proposal proposal, Act act) {
        Answers after = proposal.after();
        Version version = sql.find(
                        """
                        insert into history.revision (round, municipality, number, at, author, reason, on_behalf, changed, answers, restored)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), convert_from(?, 'UTF8')::jsonb, ?)
                        returning xmin, ctid, at
                        """,
                        Version::of,
                        key.round(),
                        key.municipality(),
                        number,
                        act.at(),
                        act.actor().account(),
                        act.reason(),
                        act.onBehalf(),
                        json.valueToTree(proposal.changed()).toString(),
                        after.json().utf8(),
                        proposal.restored())
                .orElseThrow();
        lately.put(key, new Read(version, after));
    }

    /** The answers of a revision; none for number 0. Those read or written lately are not fetched again while their row is the same. */
    Answers answers(ResponseKey key, int number, Questionnaire questionnaire) {
        if (number == 0) {
            return Answers.none(questionnaire);
        }
        Read known = lately.getIfPresent(key);
        Version version = known == null || !known.answers.answer(questionnaire) ? Version.NONE : known.version;
        return sql.find(
                        """
                        select xmin, ctid, at,
                               case when xmin::text = ? and ctid::text = ? and at = cast(? as timestamptz) then null else answers end as answers
                        from history.revision where round = ? and municipality = ? and number = ?
                        """,
                        row -> {
                            String answers = row.getString("answers");
                            return answers == null
                                    ? known
                                    : new Read(Version.of(row), Answers.fromJson(questionnaire, tree(answers)));
                        },
                        version.transaction,
                        version.place,
                        version.at,
                        key.round(),
                        key.municipality(),
                        number)
                .map(read -> {
                    if (read != known) {
                        lately.put(key, read);
                    }
                    return read.answers;
                })
                .orElseGet(() -> Answers.none(questionnaire));
    }

    /** The present answers of many responses of one round, by municipality; one statement, however many they are. */
    Map<String, Answers> present(List<Responses.Found> many) {
        if (many.isEmpty()) {
            return Map.of();
        }
        Map<String, JsonNode> stored = new HashMap<>();
        sql.list(
                        """
                        select v.municipality, v.answers
                        from survey.response r
                        join history.revision v on v.round = r.round and v.municipality = r.municipality and v.number = r.revision
                        where r.round = ? and r.municipality = any (string_to_array(?, ','))
                        """,
                        row -> Map.entry(row.getString("municipality"), tree(row.getString("answers"))),
                        many.get(0).round().id(),
                        Surveyed.codes(many))
                .forEach(each -> stored.put(each.getKey(), each.getValue()));
        return many.stream()
                .collect(Collectors.toMap(found -> found.municipality().code(), found -> Optional.ofNullable(
                                stored.get(found.municipality().code()))
                        .map(answers -> Answers.fromJson(found.questionnaire(), answers))
                        .orElseGet(() -> Answers.none(found.questionnaire()))));
    }

    /** The last revision of a response, by its number, which is 0 before the first save, and what it says. */
    record Last(String municipality, int number, Answers answers) {}

    /** Those of many responses of one round, in the order of their municipalities; one statement, so each number is that of its answers. */
    List<Last> last(String round, Collection<String> municipalities, Questionnaire questionnaire) {
        return sql.list(
                """
                select r.municipality, r.revision, v.answers
                from survey.response r
                left join history.revision v on v.round = r.round and v.municipality = r.municipality and v.number = r.revision
                where r.round = ? and r.municipality = any (string_to_array(?, ',')) order by r.municipality
                """,
                row -> new Last(
                        row.getString("municipality"),
                        row.getInt("revision"),
                        row.getInt("revision") == 0
                                ? Answers.none(questionnaire)
                                : Answers.fromJson(questionnaire, tree(row.getString("answers")))),
                round,
                String.join(",", municipalities));
    }

    /** The present saves of many responses of one round without their answers, by municipality; one statement, however many they are. */
    Map<String, RevisionView> presentSaves(List<Surveyed> many) {
        return sql
                .list(
                        """
                        select v.municipality, number, at, author, reason, on_behalf, changed, restored, null as answers
                        from survey.response r
                        join history.revision v on v.round = r.round and v.municipality = r.municipality and v.number = r.revision
                        where r.round = ? and r.municipality = any (string_to_array(?, ','))
                        """,
                        row -> Map.entry(row.getString("municipality"), view(row)),
                        Surveyed.round(many),
                        Surveyed.codesOf(many))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A page of all saves without their answers, the oldest first. */
    List<RevisionView> all(ResponseKey key, Page page) {
        return sql.list("""
                select number, at, author, reason, on_behalf, changed, restored, null as answers
                from history.revision where round = ? and municipality = ? order by number
                limit ? offset ?
                """, this::view, key.round(), key.municipality(), page.size(), page.offset());
    }

    /** One save with its answers. */
    Optional<RevisionView> find(ResponseKey key, int number) {
        return sql.find("""
                select number, at, author, reason, on_behalf, changed, restored, answers
                from history.revision where round = ? and municipality = ? and number = ?
                """, this::view, key.round(), key.municipality(), number);
    }

    private RevisionView view(ResultSet row) throws SQLException {
        return new RevisionView(
                row.getInt("number"),
                Sql.instant(row, "at"),
                row.getString("author"),
                row.getString("reason"),
                row.getString("on_behalf"),
                StreamSupport.stream(tree(row.getString("changed")).spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList(),
                row.getObject("restored", Integer.class),
                row.getString("answers") == null ? null : tree(row.getString("answers")));
    }

    private JsonNode tree(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
