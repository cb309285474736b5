package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {

    private final ProblemCatalogue catalogue = new ProblemCatalogue();

    @Test
    void everyProblemOfTheEdgeIsInTheCatalogue() {
        ProblemCatalogueCheck.matches(catalogue, HttpProblem.values());
    }

    @Test
    void noIdStandsTwice() {
        List<String> ids =
                catalogue.all().stream().map(ProblemCatalogue.Entry::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(ids.size() >= HttpProblem.values().length);
    }
}
