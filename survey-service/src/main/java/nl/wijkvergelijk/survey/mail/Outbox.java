package nl.wijkvergelijk.survey.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Hands out what is to be sent, each thing to one sender. A message is claimed before it is sent: a stop in between may lose it, and never sends it twice. Only what is
 * known to have failed is tried again.
 */
@ApplicationScoped
class Outbox {

    private static final long TURN = 7_018_001;

    private final Sql sql;
    private final Clock clock;
    private final MailConfig config;

    Outbox(Sql sql, Clock clock, MailConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    private record Claimed(long id, Message message) {}

    /** The next message, with everything of its kind that waits for the same person; empty when nothing is due. What was settled in the meantime is not told. */
    @Transactional
    public Optional<Message> claim() {
        Instant now = clock.instant();
        sql.list("select pg_advisory_xact_lock(?)", row -> true, TURN);
        List<Claimed> claimed = sql.list("""
                with waiting as (
                    select m.*, c.email, c.language from survey.mail m
                    join survey.contact c on c.round = m.round and c.municipality = m.municipality
                     and m.recipient = encode(sha256(convert_to(c.email, 'UTF8')), 'hex')
                    join survey.response r on r.round = m.round and r.municipality = m.municipality
                    where m.sent_at is null and m.claimed_at is null and m.attempts < ?
                      and case m.kind
                          when 'remark' then exists (
                              select 1 from survey.remark k
                              where k.round = m.round and k.municipality = m.municipality and k.state = 'asked' and k.number || '.' || k.replies = m.item
                          )
                          when 'changes-requested' then r.state = 'changes-requested'
                          when 'in-comment' then r.state = 'in-comment'
                          else true
                      end
                ), first as (
                    select * from waiting where due_at <= ? order by due_at, id limit 1
                )
                update survey.mail m set claimed_at = ?, attempts = m.attempts + 1
                from first f join survey.municipality g on g.code = f.municipality
                where m.id in (select w.id from waiting w
                               where w.round = f.round and w.municipality = f.municipality and w.kind = f.kind)
                returning m.id, m.round, m.municipality, g.name, m.kind, m.attempts, f.email, f.language
                """, Outbox::claimed, config.attempts(), now, now);
        return claimed.stream().findFirst().map(first -> together(first.message(), claimed));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getLong("id"),
                new Message(
                        "",
                        row.getString("round"),
                        row.getString("municipality"),
                        row.getString("name"),
                        Kind.of(row.getString("kind")),
                        row.getInt("attempts"),
                        row.getString("email"),
                        Language.of(row.getString("language")).orElseThrow()));
    }

    private static Message together(Message first, List<Claimed> claimed) {
        String ids = claimed.stream().map(each -> String.valueOf(each.id())).collect(Collectors.joining(","));
        int attempts = claimed.stream()
                .mapToInt(each -> each.message().attempts())
                .max()
                .orElseThrow();
        return new Message(
                ids,
                first.round(),
                first.municipality(),
                first.name(),
                first.kind(),
                attempts,
                first.email(),
                first.language());
    }

    @Transactional
    public void sent(Message message) {
        sql.update(
                "update survey.mail set sent_at = ? where id = any (cast(string_to_array(?, ',') as bigint[]))",
                clock.instant(),
                message.ids());
    }

    /** It is tried again later, unless it was tried often enough. */
    @Transactional
    public void failed(Message message) {
        sql.update(
                "update survey.mail set claimed_at = null, due_at = ? where id = any (cast(string_to_array(?, ',') as bigint[]))",
                clock.instant().plus(Duration.ofMinutes(1L << Math.min(message.attempts(), 10))),
                message.ids());
    }
}
