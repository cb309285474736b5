package nl.wijkvergelijk.survey.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Publishes, in the transaction of what is published. An advisory lock, held to commit, comes before all that is published is read or locked: so the sequence has
 * no gaps, its instants never go back, a reader who sees n has seen all before n, and no two who publish wait for each other's rows. Only the key that makes a
 * retry harmless comes before it. It rests on READ COMMITTED: the statement after the lock must see what the one before us committed.
 */
@ApplicationScoped
public class Publications {

    private final Sql sql;
    private final PublishedRows rows;
    private final DefinitionsInForce definitions;
    private final Clock clock;

    Publications(Sql sql, PublishedRows rows, DefinitionsInForce definitions, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * Waits until nobody else publishes; from here to the end of the transaction nobody else does. Whoever may publish calls this before he reads or locks
     * what he may publish.
     *
     * @return the instant to publish at, after that of every publication before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant takeTurn() {
        sql.find("select pg_advisory_xact_lock(20050001)", row -> true);
        return clock.instant();
    }

    /**
     * Makes it public when the transaction commits.
     *
     * @param at as {@link #takeTurn()} gave it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PublicationView publish(Publication publication, Instant at) {
        long sequence = lastSequence() + 1;
        UUID id = insert(
                sequence,
                at,
                publication.kind(),
                publication.round(),
                Counts.of(publication),
                publication.corrects(),
                publication.reason());
        rows.insert(sequence, publication);
        return new PublicationView(
                sequence,
                id,
                at,
                publication.kind().code(),
                publication.rows(PublishedAnswer.class).stream()
                        .map(PublishedAnswer::municipality)
                        .distinct()
                        .toList(),
                publication.rows(PublishedFigure.class).size(),
                publication.rows(PublishedFinding.class).stream()
                        .map(PublishedFinding::id)
                        .toList(),
                publication.rows(PublishedGroup.class).stream()
                        .map(PublishedGroup::id)
                        .toList(),
                publication.corrects(),
                publication.reason());
    }

    /**
     * Publishes once more what is public now of a municipality in a round, because what it was has changed: an answer in it was redacted, in the publications before as well. Whoever
     * reads what is published learns by this one that he has to read it all anew.
     *
     * @param reason public
     * @param at as {@link #takeTurn()} gave it
     * @return its sequence
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long publishRedacted(String round, String municipality, String reason, Instant at) {
        long last = sql.find("""
                        select max(sequence) as last from (
                            select sequence from published.answer where round = ? and municipality = ?
                             union all
                            select sequence from published.figure where round = ? and municipality = ?) as each
                        """, row -> row.getLong("last"), round, municipality, round, municipality)
                .orElseThrow();
        long sequence = lastSequence() + 1;
        int figures = again("figure", sequence, last, round, municipality);
        int answers = again("answer", sequence, last, round, municipality);
        int descriptions = again("description", sequence, last, round, municipality);
        int evidence = again("evidence", sequence, last, round, municipality);
        insert(
                sequence,
                at,
                Publication.Kind.REDACTION,
                round,
                Counts.ofResponse(figures, answers, descriptions, evidence),
                last,
                reason);
        return sequence;
    }

    /** How many rows of each kind a publication has. */
    private record Counts(
            int figures,
            int ratings,
            int municipalities,
            int rounds,
            int answers,
            int findings,
            int ballots,
            int descriptions,
            int evidence,
            int groups) {

        static Counts of(Publication publication) {
            return new Counts(
                    publication.rows(PublishedFigure.class).size(),
                    publication.rows(PublishedRating.class).size(),
                    publication.rows(PublishedMunicipality.class).size(),
                    publication.rows(PublishedRound.class).size(),
                    publication.rows(PublishedAnswer.class).size(),
                    publication.rows(PublishedFinding.class).size(),
                    publication.rows(PublishedBallot.class).size(),
                    publication.rows(PublishedDescription.class).size(),
                    publication.rows(PublishedEvidence.class).size(),
                    publication.rows(PublishedGroup.class).size());
        }

        static Counts ofResponse(int figures, int answers, int descriptions, int evidence) {
            return new Counts(figures, 0, 0, 0, answers, 0, 0, descriptions, evidence, 0);
        }
    }

    /** The publication itself, beside its rows; answers with its id. */
    private UUID insert(
            long sequence,
            Instant at,
            Publication.Kind kind,
            String round,
            Counts counts,
            Long corrects,
            String reason) {
        UUID id = UUID.randomUUID();
        sql.update(
                """
                insert into published.publication
                    (sequence, id, at, kind, definitions, round, figures, ratings, municipalities, rounds, answers, findings,
                     ballots, descriptions, evidence, groups, corrects, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                sequence,
                id,
                at,
                kind.code(),
                definitions.number(),
                round,
                counts.figures(),
                counts.ratings(),
                counts.municipalities(),
                counts.rounds(),
                counts.answers(),
                counts.findings(),
                counts.ballots(),
                counts.descriptions(),
                counts.evidence(),
                counts.groups(),
                corrects,
                reason);
        return id;
    }

    /** Publishes that new definitions are in force, unless the last publication was under them already. */
    @Transactional
    public void publishDefinitions() {
        Instant at = takeTurn();
        int last = sql.find(
                        "select definitions from published.publication order by sequence desc limit 1",
                        row -> row.getInt("definitions"))
                .orElse(0);
        if (definitions.number() > last) {
            publish(Publication.ofDefinitions(), at);
        }
    }

    /** Every column as it is, under another sequence; how many rows that are. */
    private int again(String table, long sequence, long last, String round, String municipality) {
        return sql.update("""
                insert into published.%1$s
                select again.* from published.%1$s as each
                 cross join lateral jsonb_populate_record(each, jsonb_build_object('sequence', cast(? as bigint))) as again
                 where each.sequence = ? and each.round = ? and each.municipality = ?
                """.formatted(table), sequence, last, round, municipality);
    }

    private long lastSequence() {
        return sql.find(
                        "select coalesce(max(sequence), 0) as last from published.publication",
                        row -> row.getLong("last"))
                .orElseThrow();
    }
}
