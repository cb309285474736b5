package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void aDatabaseThatIsAwayRestartingFullSlowOrAStandbyIsToldFromAMistake() {
        for (String state :
                List.of("08006", "53300", "57P01", "57P03", "57014", "55P03", "25P03", "25006", "40001", "40P01")) {
            assertTrue(isCause(state), state);
        }
        for (String state : List.of("22021", "23505", "25001", "42P01")) {
            assertFalse(isCause(state), state);
        }
    }

    private static boolean isCause(String state) {
        return DatabaseAway.isCauseOf(new IllegalStateException(new SQLException("said by the database", state)));
    }
}
