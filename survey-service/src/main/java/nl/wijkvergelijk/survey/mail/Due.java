package nl.wijkvergelijk.survey.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import nl.wijkvergelijk.survey.Time;
import nl.wijkvergelijk.survey.sql.Sql;

/** Finds what a contact is to be told and puts it in the outbox, once per thing and recipient: it follows from what stands there, so nothing is missed after a stop. */
@ApplicationScoped
class Due {

    private static final String INTO = """
            insert into survey.mail (round, municipality, kind, item, recipient, due_at)
            select c.round, c.municipality, %s, %s, encode(sha256(convert_to(c.email, 'UTF8')), 'hex'), cast(? as timestamptz) %s
            from survey.contact c %s
            on conflict on constraint mail_once do nothing
            """;

    /** The last time the step was taken that led to the present state. */
    private static final String LAST_STEP = """
            join survey.response r on r.round = c.round and r.municipality = c.municipality
            join lateral (
                select e.id, e.at from history.event e
                where e.subject = 'response' and e.round = r.round and e.municipality = r.municipality and e.action in (%s)
                order by e.id desc limit 1
            ) e on true
            where r.state = '%s'
            """;

    private final Sql sql;
    private final Clock clock;
    private final MailConfig config;

    Due(Sql sql, Clock clock, MailConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    @Transactional
    public void find() {
        sql.update(
                INTO.formatted(
                        "'remark'",
                        "m.number || '.' || m.replies",
                        "+ make_interval(secs => cast(? as double precision))",
                        """
                        join survey.remark m on m.round = c.round and m.municipality = c.municipality
                        where m.role = 'researcher' and m.state = 'asked'
                        """),
                clock.instant(),
                (double) config.gather().toSeconds());
        step(Kind.CHANGES_REQUESTED, "request-changes", "changes-requested");
        step(Kind.IN_COMMENT, "send-for-comment", "in-comment");
        deadline(Kind.DEADLINE_7, 2, 7);
        deadline(Kind.DEADLINE_1, 0, 1);
        returning(Kind.RETURN_7, 2, 7);
        returning(Kind.RETURN_1, 0, 1);
    }

    private void step(Kind kind, String action, String state) {
        sql.update(
                INTO.formatted(
                        "'" + kind.code() + "'", "e.id::text", "", LAST_STEP.formatted("'" + action + "'", state)),
                clock.instant());
    }

    /** Whoever answered, or was told of the whole matter less than a day ago, is not told of its deadline. */
    private void deadline(Kind kind, int from, int to) {
        LocalDate today = Time.today(clock);
        sql.update(
                INTO.formatted(
                        "'" + kind.code() + "'",
                        "e.id || '.' || r.comment_deadline",
                        "",
                        LAST_STEP.formatted("'send-for-comment'", "in-comment") + """
                                and r.comment_deadline between cast(? as date) and cast(? as date)
                                and e.at < cast(? as timestamptz) - interval '1 day'
                                and not exists (
                                    select 1 from survey.agreement a
                                    where a.round = r.round and a.municipality = r.municipality and a.revision = r.revision
                                      and a.description = (select max(d.version) from history.description d
                                                           where d.round = r.round and d.municipality = r.municipality)
                                )
                                """),
                clock.instant(),
                today.plusDays(from),
                today.plusDays(to),
                clock.instant());
    }

    /** Whoever returned the answers, or got them less than a day ago, is not told of the day of return; nor is who is only changing what is public. */
    private void returning(Kind kind, int from, int to) {
        LocalDate today = Time.today(clock);
        String returnBy = "(select o.return_by from survey.round o where o.id = c.round)";
        sql.update(
                INTO.formatted(
                        "'" + kind.code() + "'",
                        "e.id || '.' || " + returnBy,
                        "",
                        LAST_STEP.formatted("'take-part', 'return'", "draft") + """
                                and r.published_revision is null
                                and %s between cast(? as date) and cast(? as date)
                                and e.at < cast(? as timestamptz) - interval '1 day'
                                """.formatted(returnBy)),
                clock.instant(),
                today.plusDays(from),
                today.plusDays(to),
                clock.instant());
    }
}
