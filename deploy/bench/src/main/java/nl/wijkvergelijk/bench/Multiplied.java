package nl.wijkvergelijk.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Ten rounds of 10,000 municipalities from one round of a few hundred, by SQL in the schema {@code published}: through the API it would take hours. Each municipality has the
 * figures of one that came through the API, with other numbers by a fixed seed; what only a profile shows (answers, descriptions, evidence, notes) stays behind. Each publication
 * is of as many municipalities as the one it is made from.
 */
final class Multiplied {

    private static final String TEMPLATES = """
            create schema bench;
            create table bench.template as
            select dense_rank() over (order by municipality) - 1 as number, f.*
              from published.figure f
             where sequence = (select max(sequence) from published.publication where kind = 'responses');
            create index on bench.template (number);
            analyze bench.template;
            """;

    private static final String PUBLICATION = """
            insert into published.publication (sequence, id, at, kind, definitions, round, figures, ratings, municipalities, rounds)
            select last.sequence + 1, md5('speed ' || (last.sequence + 1))::uuid, clock_timestamp(), 'responses', last.definitions, ?, 0, 0, 0, 0
              from published.publication last order by last.sequence desc limit 1
            returning sequence
            """;

    private static final String MUNICIPALITIES = """
            insert into published.municipality (sequence, code, name, successors)
            select ?, 'GM' || to_char(i, 'FM0000'), 'Gemeente ' || to_char(i, 'FM0000'), '[]' from generate_series(?::integer, ?::integer) i
            """;

    private static final String ROUND = """
            insert into published.round (sequence, id, title_nl, title_en, questionnaire, questionnaire_version, full_time_hours, full_time_hours_source)
            values (?, ?, ?, ?, 'standard', 2005, 36, 'Bench')
            """;

    /** A number that counts people or money becomes another; a year, a percentage and a number of wards stay. */
    private static final String FIGURES = """
            insert into published.figure (sequence, round, municipality, measure, question, value, text, missing, unit, currency, basis, period,
                                          qualifier, low, high, as_of, definition, disputed, as_printed, correction, note, clarification, statements,
                                          evidence, rule_notes, revision, revised_at, on_behalf)
            select ?, ?, 'GM' || to_char(i, 'FM0000'), measure, question,
                   round(value * factor, 2), text, missing, unit, currency, basis, period,
                   qualifier, round(low * factor, 2), round(high * factor, 2), as_of, definition, disputed, null, correction, null, null,
                   case when disputed then statements else '[]' end,
                   case when evidence = '[]' then evidence else jsonb_build_array(evidence -> 0) end, '[]', revision, revised_at, on_behalf
              from generate_series(?::integer, ?::integer) i
              join bench.template t on t.number = (i + ?) % ?
             cross join lateral (select case when t.unit in ('residents', 'households', 'dwellings', 'fte') or t.currency is not null
                                             then 0.7 + (abs(hashtextextended(i || ' ' || coalesce(t.unit, 'money'), ?)) % 1000)::numeric / 1666 else 1 end as factor) as other
            """;

    private static final String COUNTS = """
            update published.publication p
               set figures = (select count(*) from published.figure f where f.sequence = p.sequence),
                   municipalities = (select count(*) from published.municipality m where m.sequence = p.sequence),
                   rounds = (select count(*) from published.round r where r.sequence = p.sequence)
             where sequence = ?
            """;

    private Multiplied() {}

    /** @param templates how many municipalities came through the API, in the first round */
    static void make(Servers servers, int templates) throws SQLException {
        try (Connection connection = servers.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute(TEMPLATES);
            connection.setAutoCommit(false);
            for (int round = 0; round < Rounds.ROUNDS; round++) {
                for (int from = round == 0 ? templates : 0; from < Rounds.LARGE; from += templates) {
                    int to = Math.min(from + templates, Rounds.LARGE) - 1;
                    publish(connection, round, from, to, templates);
                }
                Speed.say("round %s multiplied", Rounds.id(round));
            }
            connection.setAutoCommit(true);
            statement.execute("drop schema bench cascade");
            statement.execute("analyze published.figure");
        }
    }

    private static void publish(Connection connection, int round, int from, int to, int templates) throws SQLException {
        long sequence;
        try (PreparedStatement insert = connection.prepareStatement(PUBLICATION)) {
            insert.setString(1, Rounds.id(round));
            try (var row = insert.executeQuery()) {
                row.next();
                sequence = row.getLong(1);
            }
        }
        if (round == 0) {
            run(connection, MUNICIPALITIES, sequence, from, to);
        } else if (from == 0) {
            String id = Rounds.id(round);
            run(connection, ROUND, sequence, id, "Ronde " + id, "Round " + id);
        }
        run(connection, FIGURES, sequence, Rounds.id(round), from, to, 7 * round, templates, 2005L + round);
        run(connection, COUNTS, sequence);
        connection.commit();
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
