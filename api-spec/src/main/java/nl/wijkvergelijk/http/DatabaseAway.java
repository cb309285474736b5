package nl.wijkvergelijk.http;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Tells an unreachable, restarting or overloaded database from a mistake of ours: SQLSTATE 08 (connection), 53 (resources), 57P (shutdown), 57014 and 55P03 (what took too
 * long, or waited too long for somebody else, and was ended), 25P03 (a transaction nobody went on with), 40001 and 40P01 (two that stood in each other's way, of which this one was ended) and 25006 (a standby, before or after a failover, that takes no
 * writes), or no connection to be had in time.
 */
public final class DatabaseAway {

    private static final Set<String> EXACTLY = Set.of("57014", "55P03", "25P03", "25006", "40001", "40P01");

    private DatabaseAway() {}

    /** Whether anything in the chain of causes says so. */
    public static boolean isCauseOf(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
            if (at instanceof SocketTimeoutException || at instanceof SocketException) {
                return true;
            }
            if (at instanceof SQLException sql && saysAway(sql)) {
                return true;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (seen.size() < 100 && isCauseOf(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean saysAway(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            return sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || EXACTLY.contains(state);
    }
}
