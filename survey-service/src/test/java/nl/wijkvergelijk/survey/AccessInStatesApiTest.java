package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.response.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the access table over HTTP in every state of a response. */
@QuarkusTest
class AccessInStatesApiTest {

    /** What there is depends on the state; who may do it does not. A step that is let through would end the state; so only those that are refused to the municipality are tried. */
    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_COMMENT")
    void theTableHoldsInEveryStateOfAResponse(State state) {
        AccessApiTest.walk(state, ofResponses(), Set.of(401, 403));
        String round = AccessApiTest.furnished(state);
        for (AccessTable.Row row : AccessTable.rows()) {
            if (row.action() != null && row.own() != AccessTable.OK) {
                assertEquals(
                        row.own(),
                        AccessApiTest.asked(round, LEUSDEN, row, as("leusden")).statusCode(),
                        state + ": " + row.action());
            }
        }
    }

    private static List<AccessTable.Row> ofResponses() {
        return AccessTable.rows().stream()
                .filter(row -> row.path().contains("/responses/{code}") && row.action() == null)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whatAnotherMunicipalityHasLooksLikeWhatDoesNotExist(State state) {
        String round = AccessApiTest.furnished(state);
        List<AccessTable.Row> hidden =
                AccessTable.rows().stream().filter(row -> row.other() == 404).toList();
        assertFalse(hidden.isEmpty());
        for (AccessTable.Row row : hidden) {
            assertEquals(
                    AccessApiTest.said("GM9999", AccessApiTest.asked(round, "GM9999", row, as("delft"))),
                    AccessApiTest.said(LEUSDEN, AccessApiTest.asked(round, LEUSDEN, row, as("delft"))),
                    state + " " + row.method() + " " + row.path());
        }
    }
}
