package nl.wijkvergelijk.survey.remark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.response.ResponseKey;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Reads threads, and compares what they quote with what stands there now. Answers are compared as PostgreSQL writes them: with their digits, in one order of members.
 * The tag changes with the thread and with the answer it is about, so that nobody settles it looking at another answer.
 */
@ApplicationScoped
class Threads {

    /** All threads of a round's municipalities (the second value, with commas between them), with what they are about as it is, was quoted and was settled. */
    static final String COMPARED = """
            now as (
                select r.round, r.municipality, r.revision, v.answers
                from survey.response r
                left join history.revision v on v.round = r.round and v.municipality = r.municipality and v.number = r.revision
                where r.round = ? and r.municipality = any (string_to_array(?, ','))
            ), thread as (
                select m.*, coalesce(case when m.question is null then now.revision::text else (now.answers -> m.question)::text end, '') as present,
                       coalesce(case when m.question is null then m.quoted_revision::text else m.quoted_answer::text end, '') as quoted,
                       coalesce(case when m.question is null then m.resolved_revision::text else m.resolved_answer::text end, '') as settled
                from survey.remark m join now on now.round = m.round and now.municipality = m.municipality
            )
            """;

    private final Sql sql;
    private final ObjectMapper json;

    Threads(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** How many are not resolved, and how many of these are clarification requests. */
    record Open(int remarks, int clarificationRequests) {}

    /** In the order in which they were put. */
    List<RemarkView> of(ResponseKey key, Filter filter) {
        return read(key, filter, 0);
    }

    /** The same of many responses of a round, by municipality; whoever has no thread is absent. */
    Map<String, List<RemarkView>> of(String round, String municipalities, Filter filter) {
        return read(round, municipalities, filter, 0);
    }

    Optional<RemarkView> find(ResponseKey key, int number) {
        return read(key, Filter.ALL, number).stream().findFirst();
    }

    private List<RemarkView> read(ResponseKey key, Filter filter, int only) {
        return read(key.round(), key.municipality(), filter, only).getOrDefault(key.municipality(), List.of());
    }

    private record Put(String municipality, RemarkView thread) {}

    private record Said(String municipality, String remark, RemarkView.Reply reply) {
        /** Where it was said, as no municipality's code has such a mark in it. */
        String place() {
            return municipality + "/" + remark;
        }
    }

    private Map<String, List<RemarkView>> read(String round, String municipalities, Filter filter, int only) {
        List<Put> threads = sql.list(
                "with " + COMPARED + """
                select *, present <> quoted as is_stale, present <> settled as resolution_is_stale,
                       version || '-' || left(md5(present), 12) as tag
                from thread
                where (? = 0 or number = ?)
                  and (? = '' or state = any (string_to_array(?, ',')))
                  and (? = '' or question = any (string_to_array(?, ',')))
                  and (? = '' or kind = any (string_to_array(?, ',')))
                  and (? = '' or (present <> quoted)::text = ?)
                order by municipality, number
                """,
                row -> new Put(row.getString("municipality"), thread(row)),
                round,
                municipalities,
                only,
                only,
                filter.states(),
                filter.states(),
                filter.questions(),
                filter.questions(),
                filter.kinds(),
                filter.kinds(),
                filter.stale(),
                filter.stale());
        Map<String, List<RemarkView.Reply>> replies =
                threads.isEmpty() ? Map.of() : replies(round, municipalities, only);
        return threads.stream()
                .collect(Collectors.groupingBy(
                        Put::municipality,
                        Collectors.mapping(
                                put -> put.thread()
                                        .with(replies.getOrDefault(
                                                put.municipality() + "/"
                                                        + put.thread().id(),
                                                List.of())),
                                Collectors.toList())));
    }

    private Map<String, List<RemarkView.Reply>> replies(String round, String municipalities, int only) {
        return sql
                .list(
                        """
                        select municipality, remark, number, text, author, role, on_behalf, at from survey.remark_reply
                        where round = ? and municipality = any (string_to_array(?, ',')) and (? = 0 or remark = ?)
                        order by municipality, remark, number
                        """,
                        row -> new Said(
                                row.getString("municipality"),
                                row.getString("remark"),
                                new RemarkView.Reply(
                                        row.getString("number"),
                                        row.getString("text"),
                                        row.getString("author"),
                                        row.getString("role"),
                                        row.getString("on_behalf"),
                                        Sql.instant(row, "at"))),
                        round,
                        municipalities,
                        only,
                        only)
                .stream()
                .collect(Collectors.groupingBy(Said::place, Collectors.mapping(Said::reply, Collectors.toList())));
    }

    /** Keeps a reply. */
    void add(RemarkKey key, int number, ReplyWrite written, Act act) {
        sql.update(
                """
                insert into survey.remark_reply (round, municipality, remark, number, text, author, role, on_behalf, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                key.round(),
                key.municipality(),
                key.number(),
                number,
                written.text(),
                act.actor().account(),
                act.actor().role().code(),
                written.onBehalf(),
                act.at());
    }

    /** The number after the last. */
    int next(ResponseKey key) {
        return sql.find(
                        "select coalesce(max(number), 0) + 1 as next from survey.remark where round = ? and municipality = ?",
                        row -> row.getInt("next"),
                        key.round(),
                        key.municipality())
                .orElseThrow();
    }

    Open open(ResponseKey key) {
        return sql.find(
                        """
                        select count(*) as remarks, count(*) filter (where kind = 'clarification-request') as requests
                        from survey.remark where round = ? and municipality = ? and state <> 'resolved'
                        """,
                        row -> new Open(row.getInt("remarks"), row.getInt("requests")),
                        key.round(),
                        key.municipality())
                .orElseThrow();
    }

    private RemarkView thread(ResultSet row) throws SQLException {
        return new RemarkView(
                row.getString("number"),
                Kind.of(row.getString("kind")),
                row.getString("question"),
                Stage.of(row.getString("state")),
                row.getBoolean("is_stale"),
                row.getString("text"),
                row.getString("author"),
                row.getString("role"),
                Sql.instant(row, "at"),
                new RemarkView.Quoted(row.getInt("quoted_revision"), tree(row.getString("quoted_answer"))),
                List.of(),
                row.getString("outcome") == null ? null : resolution(row),
                ETags.strong(row.getString("tag")));
    }

    private static RemarkView.Resolution resolution(ResultSet row) throws SQLException {
        return new RemarkView.Resolution(
                row.getString("outcome"),
                row.getString("clarification"),
                row.getString("reason"),
                row.getString("resolved_by"),
                Sql.instant(row, "resolved_at"),
                row.getInt("resolved_revision"),
                row.getBoolean("resolution_is_stale"));
    }

    private JsonNode tree(String stored) {
        try {
            return stored == null ? null : json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
