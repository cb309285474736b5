package nl.wijkvergelijk.survey;

import java.sql.SQLException;

/** Fills a round with many responses that are alike. */
final class Copies {

    private Copies() {}

    /** So many municipalities, of GM7001 and further, come as far as Leusden has: what it filled in, was asked, did. */
    static void ofLeusden(String round, int many) throws SQLException {
        Database.run("wijk_survey", """
                insert into survey.municipality (code, name, successors, version)
                select 'GM' || (7000 + i), 'Gemeente ' || i, '[]', 0 from generate_series(1, %d) i
                on conflict do nothing
                """.formatted(many));
        for (String table : new String[] {
            "survey.response",
            "history.revision",
            "survey.evidence",
            "survey.remark",
            "survey.remark_reply",
            "history.description",
            "survey.agreement",
            "history.pass",
            "history.event"
        }) {
            String columns = Database.text("""
                    select string_agg(column_name, ', ') from information_schema.columns
                    where table_schema || '.' || table_name = '%s'
                      and column_name not in ('municipality') and is_identity = 'NO'
                    """.formatted(table));
            Database.run("wijk_survey", """
                    insert into %1$s (municipality, %2$s)
                    select 'GM' || (7000 + i), %2$s from %1$s, generate_series(1, %3$d) i
                    where round = '%4$s' and municipality = 'GM0327'
                    %5$s
                    """.formatted(
                            table, columns, many, round, table.equals("history.event") ? "order by i, id" : ""));
        }
    }
}
