package nl.wijkvergelijk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtAGlanceTest {

    @Test
    void municipalitiesStandSideBySideWithIntervalsMarksAndWhatIsMissing() throws JsonProcessingException {
        String overview = """
                {"columns": [
                   {"id": "fte-total", "label": "Staff", "unit": "fte", "decimals": 2},
                   {"id": "residents", "label": "Residents", "decimals": 0},
                   {"id": "office-kind", "label": "Office"}],
                 "rows": [
                   {"municipality": {"name": "Leusden"}, "cells": {
                     "fte-total": {"value": 1.5555, "status": "disputed", "low": 1.5555, "high": 2.156},
                     "residents": {"value": 29000, "status": "ok", "low": 28500, "high": 29500},
                     "office-kind": {"text": "none", "label": "no office", "status": "ok"}}},
                   {"municipality": {"name": "Zoetermeer"}, "cells": {
                     "fte-total": {"value": 8, "status": "ok"},
                     "residents": {"value": 6300, "status": "corrected"},
                     "office-kind": {"missing": "not-stated", "status": "missing"}}}],
                 "warnings": [{"code": "disputed"}, {"code": "approximate"}, {"code": "disputed"}]}
                """;

        List<String> lines = new AtAGlance(new ObjectMapper().readTree(overview))
                .text()
                .lines()
                .toList();

        assertEquals(row("", "Leusden", "Zoetermeer"), lines.get(0));
        assertEquals(row("Staff (fte)", "1.56 ≠ [1.56–2.16]", "8.00"), lines.get(2));
        assertEquals(row("Residents", "29,000 [28,500–29,500]", "6,300 ×"), lines.get(3));
        assertEquals(row("Office", "no office", "not-stated"), lines.get(4));
        assertEquals("Warnings, each with its sentence in the answer: approximate, disputed", lines.get(7));
        assertTrue(lines.stream().allMatch(line -> line.length() <= 120));
    }

    @Test
    void aCellThatDoesNotFitGoesOnBelow() {
        assertEquals(List.of("gebieds", "management"), AtAGlance.wrap("gebieds management", 14));
        assertEquals(List.of("stadsdeelmana-", "ger"), AtAGlance.wrap("stadsdeelmanager", 14));
        assertEquals(List.of(""), AtAGlance.wrap("", 14));
    }

    private static String row(String head, String first, String second) {
        return String.format("%-18s%-51s%s", head, first, second);
    }
}
