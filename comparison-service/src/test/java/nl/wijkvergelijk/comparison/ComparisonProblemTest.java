package nl.wijkvergelijk.comparison;

import nl.wijkvergelijk.http.ProblemCatalogue;
import nl.wijkvergelijk.http.ProblemCatalogueCheck;
import org.junit.jupiter.api.Test;

class ComparisonProblemTest {

    @Test
    void everyProblemIsInTheCatalogueInBothLanguages() {
        ProblemCatalogueCheck.matches(new ProblemCatalogue(), ComparisonProblem.values());
    }
}
