package nl.wijkvergelijk.comparison.published;

import java.sql.SQLException;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.jboss.logging.Logger;

/** What is only in the database, not in memory, cannot be had while the database is away; everything else can. */
final class Archive {

    private static final Logger LOG = Logger.getLogger(Archive.class);

    private Archive() {}

    static ProblemException away(SQLException cause) {
        LOG.warnf("archive away: %s (SQLSTATE %s)", cause.getMessage(), cause.getSQLState());
        return new ProblemException(
                        ComparisonProblem.ARCHIVE_AWAY,
                        new Text(
                                "Herkomst, lange teksten en oude versies staan in de database, en die is even niet bereikbaar. Vergelijkingen van nu gaan gewoon door.",
                                "Provenance, long texts and old versions are in the database, which cannot be reached for a moment. Today's comparisons go on."))
                .header("Retry-After", "5");
    }
}
