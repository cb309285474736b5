package nl.wijkvergelijk.survey.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.sql.Sql;

/** The tables of proposals: which earlier answers they are, and what was decided. Rows are only ever added. */
@ApplicationScoped
class ProposalRows {

    private final Sql sql;

    ProposalRows(Sql sql) {
        this.sql = sql;
    }

    /** Who took part in a round, and with which answers. */
    List<Earlier> participants(String round) {
        return sql.list("""
                select municipality, coalesce(published_revision, revision) as revision
                from survey.response where round = ? order by municipality
                """, row -> new Earlier(round, row.getString("municipality"), row.getInt("revision")), round);
    }

    /** What is proposed to a municipality in a round, if anything is. */
    Optional<Earlier> of(String round, String code) {
        return sql.find(
                "select from_round, from_revision from survey.earlier_answers where round = ? and municipality = ?",
                row -> new Earlier(row.getString("from_round"), code, row.getInt("from_revision")),
                round,
                code);
    }

    void add(String round, Earlier earlier, Act act) {
        sql.update(
                """
                insert into survey.earlier_answers (round, municipality, from_round, from_revision, at, author)
                values (?, ?, ?, ?, ?, ?)
                """,
                round,
                earlier.municipality(),
                earlier.round(),
                earlier.revision(),
                act.at(),
                act.actor().account());
    }

    /** The questions of which the proposal was decided. */
    Set<String> decided(String round, String code) {
        return new HashSet<>(sql.list(
                "select question from survey.proposal_decision where round = ? and municipality = ?",
                row -> row.getString("question"),
                round,
                code));
    }

    void decide(String round, String code, Collection<String> questions, String outcome, Act act) {
        List<Object[]> decisions = new ArrayList<>();
        questions.forEach(question -> decisions.add(new Object[] {
            round, code, question, outcome, act.at(), act.actor().account(), act.reason(), act.onBehalf()
        }));
        sql.updateAll("""
                insert into survey.proposal_decision (round, municipality, question, outcome, at, author, reason, on_behalf)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, decisions.stream());
    }
}
