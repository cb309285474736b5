package nl.wijkvergelijk.survey;

import nl.wijkvergelijk.http.ProblemCatalogue;
import nl.wijkvergelijk.http.ProblemCatalogueCheck;
import org.junit.jupiter.api.Test;

class SurveyProblemTest {

    @Test
    void everyProblemIsExplainedInTheCatalogue() {
        ProblemCatalogueCheck.matches(new ProblemCatalogue(), SurveyProblem.values());
    }
}
