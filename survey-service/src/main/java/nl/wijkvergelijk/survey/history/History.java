package nl.wijkvergelijk.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.sql.Sql;

/** Adds events, in the transaction of what happened, and tells them again. */
@ApplicationScoped
public class History {

    /** A ballot is not among them: it has its own rules about who may know of it. */
    private static final String OF_RESPONSE =
            "subject in ('response', 'remark', 'evidence', 'description') and round = ? and municipality = ? and id <> all (string_to_array(?, ',')::bigint[])";

    private final Sql sql;

    History(Sql sql) {
        this.sql = sql;
    }

    /** Keeps an event for ever. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Event event, Act act) {
        addAll(List.of(new Happened(event, act)));
    }

    /** An event and who did it. */
    public record Happened(Event event, Act act) {}

    /** The same for many, in this order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(List<Happened> all) {
        sql.updateAll("""
                insert into history.event (at, actor, subject, round, municipality, action, from_state, to_state,
                                           revision, publication, reason, on_behalf, content, item)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                """, all.stream().map(each -> row(each.event(), each.act())));
    }

    private static Object[] row(Event event, Act act) {
        return new Object[] {
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
            event.item()
        };
    }

    /**
     * When something last happened to responses of a round and to what belongs to them, by municipality.
     *
     * @param except the numbers of events that do not count
     */
    public Map<String, Instant> lastOfResponses(
            String round, Collection<String> municipalities, Collection<Long> except) {
        return sql
                .list(
                        """
                        select municipality, max(at) as at from history.event
                        where subject in ('response', 'remark', 'evidence', 'description')
                          and round = ? and municipality = any (string_to_array(?, ','))
                          and id <> all (string_to_array(?, ',')::bigint[])
                        group by municipality
                        """,
                        row -> Map.entry(row.getString("municipality"), Sql.instant(row, "at")),
                        round,
                        String.join(",", municipalities),
                        listed(except))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String listed(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * A page of what happened to one response and to what belongs to it, the oldest first.
     *
     * @param except the numbers of events that are not told
     */
    public EventList ofResponse(String round, String municipality, Collection<Long> except, Page page) {
        long total = sql.find(
                        "select count(*) as total from history.event where " + OF_RESPONSE,
                        row -> row.getLong("total"),
                        round,
                        municipality,
                        listed(except))
                .orElseThrow();
        List<EventView> events = sql.list(
                """
                select at, actor, subject, item, action, from_state, to_state, revision, publication, reason, on_behalf
                from history.event where\s""" + OF_RESPONSE + " order by id limit ? offset ?",
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
                listed(except),
                page.size(),
                page.offset());
        return new EventList(events, total, page);
    }
}
