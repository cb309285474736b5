package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.rule.Rules;
import org.junit.jupiter.api.Test;

class ReportedFiguresTest {

    @Test
    void everyMeasureTheQuestionnaireFeedsGetsAFigureAnsweredOrNot() {
        List<ReportedFigure> figures = figures("{}");
        assertEquals(
                Tiny.QUESTIONNAIRE.questions().stream()
                        .flatMap(q -> q.fedMeasures().stream())
                        .toList(),
                figures.stream().map(ReportedFigure::measure).toList());
        figures.forEach(figure -> assertEquals("not-answered", figure.missing()));
    }

    @Test
    void exactlyOneOfValueTextAndMissingIsThereWhateverTheType() {
        List<ReportedFigure> figures = figures("""
                {"name": {"value": "x"}, "streets": {"value": ["a", "b"]}, "people": {"missing": "lost"}, "largest": {"value": 9.50},
                 "staff": {"value": 1, "unit": "fte"}, "satisfied": {"value": 0}, "budget": {"value": 2.00}, "started": {"value": 1996},
                 "opened": {"value": "2005-01-01"}, "central": {"value": false}, "office": {"value": "none"},
                 "roles": {"value": ["watchdog", "adviser"]}}
                """);
        for (ReportedFigure figure : figures) {
            long there = List.of(figure.value() != null, figure.text() != null, figure.missing() != null).stream()
                    .filter(b -> b)
                    .count();
            assertEquals(1, there, figure.measure());
        }
        assertEquals("a; b", of("streets", figures).text());
        assertEquals("lost", of("people", figures).missing());
        assertEquals(new BigDecimal("9.50"), of("largest", figures).value());
        assertEquals(BigDecimal.ZERO, of("satisfied", figures).value());
        assertEquals("2005-01-01", of("opened", figures).text());
        assertEquals("no", of("central", figures).text());
        assertEquals("none", of("office", figures).text());
        assertEquals("watchdog; adviser", of("roles", figures).text());
    }

    @Test
    void whatAQuestionLeavesNoChoiceAboutIsFilledInAndNothingElse() {
        List<ReportedFigure> figures =
                figures("{\"people\": {\"value\": 5}, \"budget\": {\"value\": 2}, \"groups\": {\"value\": 3}}");
        assertEquals("people", of("people", figures).unit());
        assertEquals("exact", of("people", figures).qualifier());
        assertEquals("EUR", of("budget", figures).currency());
        assertNull(of("budget", figures).period());
        assertNull(of("budget", figures).basis());
        assertNull(of("groups", figures).unit());
        assertNull(of("people", figures).asOf());
        assertNull(of("people", figures).low());
    }

    @Test
    void whatWasSaidIsReportedAndTheCommentIsNot() {
        ReportedFigure figure = of("people", figures("""
                {"people": {"value": 6300, "qualifier": "range", "low": 6000, "high": 7000, "asOf": "2005", "asPrinted": "6.3000",
                 "correction": "cijfer te veel", "note": "publiek", "comment": "geheim",
                 "evidence": [{"evidence": "partners", "moment": "tweede helft"}, {"evidence": "report", "page": "12"},
                              {"evidence": "note", "section": "geheim 3"}],
                 "statements": [{"value": 63000, "relation": "contradicts", "note": "zo gelezen", "evidence": [{"evidence": "report", "section": "3"}]}]}}
                """));
        assertEquals(
                "range 6000 7000 2005",
                figure.qualifier() + " " + figure.low() + " " + figure.high() + " " + figure.asOf());
        assertEquals(
                "6.3000 / cijfer te veel / publiek",
                figure.asPrinted() + " / " + figure.correction() + " / " + figure.note());
        assertTrue(figure.disputed());
        assertEquals(
                "[{\"value\":63000,\"note\":\"zo gelezen\",\"evidence\":[{\"document\":{\"title\":\"Rapport\",\"publisher\":\"LPB\",\"date\":\"2005\"},\"section\":\"3\"}],\"relation\":\"contradicts\",\"unit\":\"people\"}]",
                figure.statements().toString());
        assertEquals(
                "[{\"interview\":{\"group\":\"partners\",\"date\":\"2005-11\"}},"
                        + "{\"document\":{\"title\":\"Rapport\",\"publisher\":\"LPB\",\"date\":\"2005\"},\"page\":\"12\"},"
                        + "{\"document\":{\"title\":\"Intern document\"}}]",
                figure.evidence().toString());
        assertFalse(figure.toString().contains("geheim"));
    }

    @Test
    void warningsAndNotesGoWithTheirFiguresAndErrorsDoNot() {
        List<ReportedFigure> figures = figures(
                "{\"groups\": {\"value\": 10}, \"group-size\": {\"value\": 116}, \"people\": {\"value\": 1000}, \"budget\": {\"value\": 1}}");
        assertEquals(
                "[{\"rule\":\"groups-cover\",\"severity\":\"warning\",\"text\":{\"nl\":\"1.160 tegen 1.000: 16 %\",\"en\":\"1,160 against 1,000: 16 %\"}}]",
                of("people", figures).ruleNotes().toString());
        assertEquals(1, of("groups", figures).ruleNotes().size());
        assertEquals(0, of("budget", figures).ruleNotes().size());
        assertEquals(0, of("name", figures).ruleNotes().size());
    }

    @Test
    void aTableFeedsNoFigure() {
        List<String> silent = Tiny.QUESTIONNAIRE.questions().stream()
                .filter(q -> q.fedMeasures().isEmpty())
                .map(Question::id)
                .toList();
        assertEquals(List.of("time", "functions"), silent);
    }

    @Test
    void everyShareOfADistributionFeedsItsOwnMeasureWithItsOwnExactness() {
        List<ReportedFigure> figures = figures("""
                {"contact": {"value": {"residents": {"value": 33.3, "qualifier": "approximate", "asPrinted": "een derde"},
                                       "officials": {"value": 25, "qualifier": "range", "low": 20, "high": 30}, "partners": 41.7},
                 "asOf": "2005", "definition": "all-time", "asPrinted": "33/25", "note": "publiek", "comment": "geheim",
                 "evidence": [{"evidence": "partners"}]}}
                """);
        ReportedFigure residents = of("contact-residents", figures);
        assertEquals("contact", residents.question());
        assertEquals(
                "33.3 percent approximate een derde 2005 all-time publiek",
                residents.value() + " " + residents.unit() + " " + residents.qualifier() + " " + residents.asPrinted()
                        + " " + residents.asOf() + " " + residents.definition() + " " + residents.note());
        assertEquals(1, residents.evidence().size());
        ReportedFigure officials = of("contact-officials", figures);
        assertEquals(
                "25 range 20 30 33/25",
                officials.value() + " " + officials.qualifier() + " " + officials.low() + " " + officials.high() + " "
                        + officials.asPrinted());
        assertEquals("exact", of("contact-partners", figures).qualifier());
        assertFalse(figures.toString().contains("geheim"));
    }

    @Test
    void aShareThatIsNotGivenIsNotStatedAndNeverZero() {
        List<ReportedFigure> figures =
                figures("{\"contact\": {\"value\": {\"residents\": 50, \"officials\": 0}, \"note\": \"n\"}}");
        ReportedFigure partners = of("contact-partners", figures);
        assertEquals(
                "not-stated null null n",
                partners.missing() + " " + partners.value() + " " + partners.unit() + " " + partners.note());
        assertEquals(BigDecimal.ZERO, of("contact-officials", figures).value());
        assertEquals(
                "[{\"rule\":\"not-all\",\"severity\":\"note\",\"text\":{\"nl\":\"samen 50\",\"en\":\"50 in all\"}}]",
                partners.ruleNotes().toString());
    }

    @Test
    void aDistributionThatIsMissingLeavesEveryShareMissingForThatReason() {
        List<ReportedFigure> figures = figures("{\"contact\": {\"missing\": \"lost\", \"note\": \"grafiek\"}}");
        for (String measure : List.of("contact-residents", "contact-officials", "contact-partners")) {
            assertEquals(
                    "lost grafiek",
                    of(measure, figures).missing() + " " + of(measure, figures).note());
        }
    }

    @Test
    void anotherStatementContradictsOnlyTheSharesThatItSaysOtherwise() {
        List<ReportedFigure> figures = figures("""
                {"contact": {"value": {"residents": 50, "officials": 20},
                 "statements": [{"value": {"residents": 50.0, "officials": 25}, "relation": "contradicts", "asPrinted": "3.6"}]}}
                """);
        assertTrue(of("contact-officials", figures).disputed());
        assertFalse(of("contact-residents", figures).disputed());
        assertEquals(
                "[{\"value\":25,\"unit\":\"percent\",\"asPrinted\":\"3.6\",\"relation\":\"contradicts\"}]",
                of("contact-officials", figures).statements().toString());
        assertEquals(
                "[{\"value\":50.0,\"unit\":\"percent\",\"asPrinted\":\"3.6\",\"relation\":\"same\"}]",
                of("contact-residents", figures).statements().toString());
        assertEquals("[]", of("contact-partners", figures).statements().toString());
    }

    private static ReportedFigure of(String measure, List<ReportedFigure> figures) {
        return figures.stream()
                .filter(f -> f.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static List<ReportedFigure> figures(String json) {
        Answers answers = Tiny.answers(json);
        return ReportedFigures.of(Tiny.QUESTIONNAIRE, answers, Tiny.SOURCES, Rules.judge(Tiny.QUESTIONNAIRE, answers));
    }
}
