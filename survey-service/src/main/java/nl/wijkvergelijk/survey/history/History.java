package nl.wijkvergelijk.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.sql.Sql;

/** Adds events, in the transaction of what happened, and tells them again. */
@ApplicationScoped
public class History {

    /**
     * What a contact may know of: of a description only the versions that lay before the municipality at some moment, between the event {@code e} that wrote one
     * and the next. In no other state than these does it lie there; then it is the researchers' own draft.
     */
    private static final String LAID_BEFORE = """
            (e.subject <> 'description' or e.action <> 'describe' or exists (
                select 1 from history.event s
                where s.subject = 'response' and s.round = e.round and s.municipality = e.municipality
                  and s.to_state in ('in-comment', 'approved', 'published')
                  and s.id >= coalesce((select max(b.id) from history.event b
                                        where b.subject = 'response' and b.round = e.round and b.municipality = e.municipality
                                          and b.to_state is not null and b.id < e.id), e.id)
                  and s.id < coalesce((select min(n.id) from history.event n
                                       where n.subject = 'description' and n.round = e.round and n.municipality = e.municipality
                                         and n.action = 'describe' and n.id > e.id), 9223372036854775807)
            ))
            """;

    /** A ballot is not among them: it has its own rules about who may know of it. */
    private static final String OF_RESPONSE =
            "e.subject in ('response', 'remark', 'evidence', 'description') and e.round = ? and e.municipality = ? and (? or "
                    + LAID_BEFORE + ")";

    private final Sql sql;

    History(Sql sql) {
        this.sql = sql;
    }

    /** Keeps an event for ever. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Event event, Act act) {
        sql.update(
                """
                insert into history.event (at, actor, subject, round, municipality, action, from_state, to_state,
                                           revision, publication, reason, on_behalf, content, item)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                """,
                act.at(),
                act.actor().account(),
                event.subject().code(),
                event.round(),
                event.municipality(),
                event.action(),
                event.from(),
                event.to(),
                event.revision(),
                event.publication(),
                act.reason(),
                act.onBehalf(),
                event.content() == null ? null : event.content().toString(),
                event.item());
    }

    /** The versions of a description that lay before its municipality at some moment. */
    public Set<Integer> versionsLaidBefore(String round, String municipality) {
        return Set.copyOf(sql.list("""
                select cast(e.content ->> 'version' as integer) as version from history.event e
                where e.subject = 'description' and e.action = 'describe' and e.round = ? and e.municipality = ? and\s""" + LAID_BEFORE, row -> row.getInt("version"), round, municipality));
    }

    /** When something last happened to responses of a round and to what belongs to them, as far as the reader may know, by municipality. */
    public Map<String, Instant> lastOfResponses(String round, Collection<String> municipalities, Actor reader) {
        return sql
                .list(
                        """
                        select e.municipality, max(e.at) as at from history.event e
                        where e.subject in ('response', 'remark', 'evidence', 'description')
                          and e.round = ? and e.municipality = any (string_to_array(?, ','))
                          and (? or %s)
                        group by e.municipality
                        """.formatted(LAID_BEFORE),
                        row -> Map.entry(row.getString("municipality"), Sql.instant(row, "at")),
                        round,
                        String.join(",", municipalities),
                        isNoContact(reader))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isNoContact(Actor reader) {
        return reader.role() != Role.CONTACT;
    }

    /** A page of what happened to one response and to what belongs to it, as far as the reader may know, the oldest first. */
    public EventList ofResponse(String round, String municipality, Actor reader, Page page) {
        long total = sql.find(
                        "select count(*) as total from history.event e where " + OF_RESPONSE,
                        row -> row.getLong("total"),
                        round,
                        municipality,
                        isNoContact(reader))
                .orElseThrow();
        List<EventView> events = sql.list(
                """
                select at, actor, subject, item, action, from_state, to_state, revision, publication, reason, on_behalf
                from history.event e where\s""" + OF_RESPONSE + " order by id limit ? offset ?",
                row -> new EventView(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("subject"),
                        row.getString("item"),
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getObject("revision", Integer.class),
                        row.getObject("publication", Long.class),
                        row.getString("reason"),
                        row.getString("on_behalf")),
                round,
                municipality,
                isNoContact(reader),
                page.size(),
                page.offset());
        return new EventList(events, total, page);
    }
}
