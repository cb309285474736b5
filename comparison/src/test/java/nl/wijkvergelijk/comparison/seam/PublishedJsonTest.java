package nl.wijkvergelijk.comparison.seam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.StatementRow;
import org.junit.jupiter.api.Test;

class PublishedJsonTest {

    @Test
    void aStatementKeepsItsNumberAsItWasTyped() {
        StatementRow statement = PublishedJson.statements("""
                        [{"value": 9.30, "unit": "EUR", "asOf": "2004", "relation": "contradicts", "new-member": {}}]
                        """).get(0);
        assertEquals(new BigDecimal("9.30"), statement.value());
        assertEquals("2004", statement.asOf());
        assertNull(statement.text());
        assertTrue(statement.contradicts());
    }

    @Test
    void aResolvedContradictionContradictsNoMore() {
        assertFalse(PublishedJson.statements("""
                [{"value": 1, "relation": "contradicts", "resolved": "a slip"}]""").get(0).contradicts());
    }

    @Test
    void statementsThatAreNotNumbersAreTexts() {
        List<StatementRow> statements = PublishedJson.statements("""
                [{"value": true, "relation": "same"}, {"value": ["a", "b"], "relation": "same"}, {"missing": "unknown", "relation": "same"}]
                """);
        assertEquals("yes", statements.get(0).text());
        assertEquals("a; b", statements.get(1).text());
        assertNull(statements.get(2).text());
        assertEquals("unknown", statements.get(2).missing());
    }

    @Test
    void evidenceIsCitedWithDateAndPlace() {
        assertEquals("Wijkgericht werken vergeleken (2005), section 3.4", PublishedJson.citation("""
                        {"document": {"title": "Wijkgericht werken vergeleken", "date": "2005"}, "section": "3.4"}"""));
        assertEquals("interview: partners (2005-06)", PublishedJson.citation("""
                        {"interview": {"group": "partners", "date": "2005-06"}}"""));
        assertEquals("A (1999), page 12", PublishedJson.citation("""
                        {"document": {"title": "A", "date": "1999"}, "page": 12}"""));
        assertNull(PublishedJson.citation(null));
    }
}
