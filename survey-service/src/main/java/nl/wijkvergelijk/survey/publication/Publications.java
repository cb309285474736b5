package nl.wijkvergelijk.survey.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Publishes, in the transaction of what is published. An advisory lock, held to commit, comes before the sequence is read: so it has no gaps, and a reader who sees
 * n has seen all before n. Whoever needs row locks too takes them first, all in one order, so that no two wait for each other. It rests on READ COMMITTED: the
 * statement after the lock must see what the one before us committed.
 */
@ApplicationScoped
public class Publications {

    private final Sql sql;
    private final PublishedRows rows;
    private final DefinitionsInForce definitions;

    Publications(Sql sql, PublishedRows rows, DefinitionsInForce definitions) {
        this.sql = sql;
        this.rows = rows;
        this.definitions = definitions;
    }

    /** Makes it public when the transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PublicationView publish(Publication publication, Instant at) {
        takeTurn();
        long sequence = lastSequence() + 1;
        UUID id = UUID.randomUUID();
        sql.update(
                """
                insert into published.publication
                    (sequence, id, at, kind, definitions, round, figures, ratings, municipalities, rounds, corrects, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                sequence,
                id,
                at,
                publication.kind().code(),
                definitions.number(),
                publication.round(),
                publication.figures().size(),
                publication.ratings().size(),
                publication.municipalities().size(),
                publication.rounds().size(),
                publication.corrects(),
                publication.reason());
        rows.insert(sequence, publication);
        return new PublicationView(
                sequence,
                id,
                at,
                publication.kind().code(),
                publication.figures().stream()
                        .map(PublishedFigure::municipality)
                        .distinct()
                        .toList(),
                publication.figures().size(),
                publication.corrects(),
                publication.reason());
    }

    /** Publishes that new definitions are in force, unless the last publication was under them already. */
    @Transactional
    void publishDefinitions(Instant at) {
        takeTurn();
        int last = sql.find(
                        "select definitions from published.publication order by sequence desc limit 1",
                        row -> row.getInt("definitions"))
                .orElse(0);
        if (definitions.number() > last) {
            publish(Publication.ofDefinitions(), at);
        }
    }

    private void takeTurn() {
        sql.find("select pg_advisory_xact_lock(20050001)", row -> true);
    }

    private long lastSequence() {
        return sql.find(
                        "select coalesce(max(sequence), 0) as last from published.publication",
                        row -> row.getLong("last"))
                .orElseThrow();
    }
}
