package nl.wijkvergelijk.comparison.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final DefinitionsCatalogue CATALOGUE = DefinitionsCatalogue.fromClasspath();
    private final Definitions first = CATALOGUE.all().iterator().next();

    private Explanation of(String indicator) {
        return Explanation.of(first, first.indicator(indicator).orElseThrow());
    }

    /** A kind of formula that is new has no words until somebody gives it some; this says so. */
    @Test
    void everyFormulaOfAllDefinitionsHasWordsInBothLanguages() {
        int explained = 0;
        for (Definitions definitions : CATALOGUE.all()) {
            for (Indicator indicator : definitions.indicators().values()) {
                Explanation explanation = Explanation.of(definitions, indicator);
                for (String words : List.of(
                        explanation.formula().nl(), explanation.formula().en())) {
                    assertTrue(words.endsWith("."), indicator.id() + ": " + words);
                    assertFalse(words.contains("null") || words.contains("%"), indicator.id() + ": " + words);
                }
                String leading = indicator.formula().inputs().get(0);
                assertTrue(
                        explanation
                                .formula()
                                .nl()
                                .contains(definitions.label(leading).nl()),
                        indicator.id());
                explained++;
            }
        }
        assertTrue(explained >= 20, "only " + explained);
    }

    @Test
    void aRatioNamesWhatIsDividedByWhat() {
        Explanation explanation = of("fte-per-10000-residents");
        assertEquals("Formatie × 10.000 ÷ Inwoners.", explanation.formula().nl());
        assertEquals("Staff × 10,000 ÷ Residents.", explanation.formula().en());
        assertEquals("Residents ÷ Staff.", of("residents-per-fte").formula().en());
        assertEquals(
                List.of("full-time-hours"),
                explanation.assumptions().stream().map(Assumption::code).toList());
        assertEquals(
                List.of("hours-per-week"),
                explanation.conversions().stream().map(Conversion::from).toList());
    }

    @Test
    void aRateSaysHowEachPeriodAndBasisIsConverted() {
        Explanation explanation = of("ward-budget-per-resident");
        assertEquals(
                "Ward budget in EUR per resident per year. Period: per year, per month × 12; without a period, per year is assumed."
                        + " Basis: per resident: as reported; per household: × Households or else Dwellings ÷ Residents;"
                        + " per ward: ÷ Mean ward size; for the whole municipality: ÷ Residents.",
                explanation.formula().en());
        assertTrue(explanation.formula().nl().contains("per huishouden: × Huishoudens of anders Woningen ÷ Inwoners"));
        assertEquals(
                List.of("period-assumed-year", "dwellings-for-households"),
                explanation.assumptions().stream().map(Assumption::code).toList());
    }

    @Test
    void aValueAndATotalSayWhatTheyAre() {
        assertEquals(
                "Office, as reported.",
                FormulaWords.of(first, new ValueFormula("Office")).en());
        assertEquals(
                "Som van de punten die alle beoordelaars gaven op de schaal 'Van weinig naar veel invloed'.",
                of("rating-influence").formula().nl());
        assertEquals(
                "100 × Households ÷ (Households + Dwellings).",
                FormulaWords.of(first, new ShareFormula("households", List.of("dwellings")))
                        .en());
        assertTrue(of("residents").assumptions().isEmpty());
    }
}
