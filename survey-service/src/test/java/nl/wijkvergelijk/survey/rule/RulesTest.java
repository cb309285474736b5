package nl.wijkvergelijk.survey.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import nl.wijkvergelijk.survey.questionnaire.RuleDefinition;
import nl.wijkvergelijk.survey.questionnaire.Severity;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void requiredQuestionsWithoutAnAnswerBlockAndAMissingCodeIsAnAnswer() {
        List<RuleResult> results =
                Rules.judge(Tiny.QUESTIONNAIRE, Tiny.answers("{\"people\": {\"missing\": \"unknown\"}}"));
        assertEquals(1, results.size());
        assertEquals(List.of("name"), results.get(0).questions());
        assertTrue(results.get(0).blocks());
        assertEquals(
                new Completeness(1, 1, 18),
                Completeness.of(Tiny.QUESTIONNAIRE, Tiny.answers("{\"people\": {\"missing\": \"unknown\"}}")));
    }

    @Test
    void anOrderIsBrokenWhenALaterNumberIsSmaller() {
        assertBroken(
                "sizes", "{\"smallest\": {\"value\": 9.5}, \"largest\": {\"value\": 9}}", "9 na 9,5", "9 after 9.5");
        assertHolds("{\"smallest\": {\"value\": 9}, \"largest\": {\"value\": 9.0}}");
        assertHolds("{\"smallest\": {\"value\": 9}}");
        assertHolds("{\"smallest\": {\"value\": 9}, \"largest\": {\"missing\": \"unknown\"}}");
    }

    @Test
    void aRatioIsNotedFromFivePercentAndWarnedBeyondFifteen() {
        assertHolds(groups(10, 105, 1000));
        assertBroken("groups-cover-note", groups(10, 106, 1000), "nota", "note");
        assertBroken("groups-cover-note", groups(10, 115, 1000), "nota", "note");
        assertBroken("groups-cover", groups(10, 116, 1000), "1.160 tegen 1.000: 16 %", "1,160 against 1,000: 16 %");
        assertBroken("groups-cover", groups(10, 80, 1000), "800 tegen 1.000: -20 %", "800 against 1,000: -20 %");
    }

    @Test
    void aRatioIsNotJudgedWhenAnInputLacksOrThereIsNothingToCompareWith() {
        assertHolds(
                "{\"groups\": {\"value\": 10}, \"group-size\": {\"value\": 500}, \"people\": {\"missing\": \"lost\"}}");
        assertHolds(groups(10, 500, 0));
        assertHolds("{\"group-size\": {\"value\": 500}}");
    }

    @Test
    void aTermMayDivideAndNeverDividesByZero() {
        String sizes =
                "{\"smallest\": {\"value\": %d}, \"largest\": {\"value\": 1000}, \"satisfied\": {\"value\": %d}}";
        assertBroken("size-by-share", sizes.formatted(100, 4), "deel", "share");
        assertHolds(sizes.formatted(250, 4));
        assertHolds(sizes.formatted(100, 0));
        assertHolds(
                "{\"smallest\": {\"value\": 100}, \"largest\": {\"value\": 1000}, \"satisfied\": {\"missing\": \"lost\"}}");
    }

    @Test
    void aRuleWithConditionsAppliesOnlyWhenTheyAreMet() {
        String open =
                "{\"largest\": {\"value\": 24}, \"staff\": {\"value\": 0.5, \"unit\": \"%s\"}, \"office\": {\"value\": \"%s\"}, \"opened\": {\"value\": \"2005-01-01\"}}";
        assertBroken("open-within-staff", open.formatted("fte", "open"), "te lang open", "open too long");
        assertHolds(open.formatted("hours-per-week", "open"));
        assertHolds(open.formatted("fte", "none"));
        assertHolds(open.formatted("fte", "open").replace("24", "18"));
        assertHolds(open.formatted("fte", "open").replace("24", "1"));
    }

    @Test
    void partsMayNotExceedTheirTotalBeyondTheWiderTolerance() {
        assertHolds(staff("8", "fte", "{\"function\": \"a\", \"fte\": 8.5}"));
        assertBroken("parts", staff("8", "fte", "{\"function\": \"a\", \"fte\": 8.51}"), "8,51 van 8", "8.51 of 8");
        assertHolds(staff("100", "fte", "{\"function\": \"a\", \"fte\": 102.5}"));
        assertBroken(
                "parts",
                staff(
                        "56",
                        "hours-per-week",
                        "{\"function\": \"a\", \"hours\": 56}, {\"function\": \"b\", \"hours\": 21.6}"),
                "77,6 van 56",
                "77.6 of 56");
        assertHolds(staff("8", "fte", "{\"function\": \"a\", \"hours\": 500}"));
        assertHolds(staff("8", "fte", "{\"function\": \"a\"}"));
    }

    @Test
    void aShortfallIsNotedOnlyWhenEveryPartIsKnown() {
        assertBroken(
                "parts-short",
                staff("8.51", "fte", "{\"function\": \"hoofd\", \"fte\": 1}, {\"function\": \"wc\", \"fte\": 5.84}"),
                "1,67 niet verklaard",
                "1.67 unexplained");
        assertHolds(staff("8.51", "fte", "{\"function\": \"hoofd\"}, {\"function\": \"wc\", \"fte\": 5.84}"));
        assertHolds(staff("8", "fte", "{\"function\": \"a\", \"fte\": 7.6}"));
    }

    @Test
    void hoursAndFteAreComparedOnlyInRowsThatHaveBoth() {
        assertBroken(
                "hours-match",
                "{\"functions\": {\"value\": [{\"function\": \"a\", \"hours\": 56, \"fte\": 2}]}}",
                "uren",
                "hours");
        assertHolds(
                "{\"functions\": {\"value\": [{\"function\": \"a\", \"hours\": 72, \"fte\": 2}, {\"function\": \"b\", \"hours\": 99}, {\"function\": \"c\", \"fte\": 5}]}}");
    }

    @Test
    void aRangeIsForThePlausible() {
        assertBroken("plausible", "{\"groups\": {\"value\": 1}}", "1", "1");
        assertBroken("plausible", "{\"groups\": {\"value\": 1000}}", "1.000", "1,000");
        assertHolds("{\"groups\": {\"value\": 50}}");
    }

    @Test
    void aPatternHoldsForEveryText() {
        assertBroken("named", "{\"streets\": {\"value\": [\"Kerkplein\", \"--\"]}}", "geen naam", "no name");
        assertHolds("{\"streets\": {\"value\": [\"Kerkplein\", \"1e straat\"]}}");
    }

    @Test
    void aPatternThatCouldBacktrackForYearsIsJudgedAtOnce() {
        ChosenValues chosen = new ChosenValues(
                Tiny.QUESTIONNAIRE, Tiny.answers("{\"streets\": {\"value\": [\"%s!\"]}}".formatted("a".repeat(33))));
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> {
            assertTrue(
                    new Pattern("(a+)+$").brokenBy(List.of("streets"), chosen).isPresent());
            assertTrue(
                    new Pattern("(a+)+!").brokenBy(List.of("streets"), chosen).isEmpty());
        });
    }

    @Test
    void chooseThreeMeansThree() {
        assertBroken("three-roles", "{\"roles\": {\"value\": [\"adviser\", \"broker\"]}}", "2 rollen", "2 roles");
        assertHolds("{\"roles\": {\"value\": [\"adviser\", \"broker\", \"watchdog\"]}}");
        assertHolds("{\"roles\": {\"missing\": \"refused\"}}");
    }

    @Test
    void aValueMayRequireACodeAnotherAnswerOrOneOfSeveralValues() {
        assertBroken("basis", "{\"budget\": {\"value\": 2}}", "basis", "basis");
        assertBroken("office-time", "{\"office\": {\"value\": \"open\"}}", "datum", "date");
        assertHolds("{\"office\": {\"value\": \"open\"}, \"opened\": {\"missing\": \"unknown\"}}");
        assertHolds("{\"office\": {\"value\": \"none\"}}");
        assertHolds("{\"budget\": {\"missing\": \"refused\"}}");
        String household =
                "{\"budget\": {\"value\": 2, \"basis\": \"household\"}, \"people\": {\"missing\": \"lost\"}}";
        assertBroken("people-for-households", household, "mensen", "people");
        assertHolds(household.replace("}}", "}, \"groups\": {\"value\": 10}}"));
    }

    @Test
    void sharesAddUpToAHundredWithHalfAPercentOfRoundingEach() {
        assertHolds("{\"time\": {\"value\": {\"social\": 33, \"physical\": 33, \"other\": 33}}}");
        assertBroken(
                "hundred",
                "{\"time\": {\"value\": {\"social\": 50, \"physical\": 50, \"other\": 5}}}",
                "som 105",
                "sum 105");
        assertBroken("hundred", "{\"time\": {\"value\": {\"social\": 35, \"physical\": 40}}}", "som 75", "sum 75");
        assertHolds("{\"time\": {\"value\": {\"social\": 50, \"physical\": 51}}}");
    }

    @Test
    void aShareThatSaysMoreThanANumberCountsAsMuch() {
        assertBroken(
                "not-all",
                "{\"contact\": {\"value\": {\"residents\": 50, \"officials\": {\"value\": 20, \"qualifier\": \"at-most\"}}}}",
                "samen 70",
                "70 in all");
        assertHolds("{\"contact\": {\"value\": {\"residents\": 50, \"officials\": 20, \"partners\": 10}}}");
        assertHolds("{\"contact\": {\"missing\": \"lost\"}}");
    }

    @Test
    void everyRuleOfEveryPublishedQuestionnaireIsOfAKnownKindWithItsOwnParameters() {
        for (Questionnaire questionnaire : new Questionnaires().all()) {
            questionnaire.rules().forEach(Rules::rule);
        }
    }

    @Test
    void anUnknownKindOrParameterIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rules.rule(definition("script", "{}")));
        assertThrows(IllegalArgumentException.class, () -> Rules.rule(definition("range", "{\"minimum\": 1}")));
    }

    private static RuleDefinition definition(String kind, String parameters) {
        return new RuleDefinition(
                "r", kind, Severity.NOTE, List.of("people"), null, Tiny.json(parameters), new Text("nl", "en"));
    }

    private static String groups(int groups, int size, int people) {
        return "{\"groups\": {\"value\": %d}, \"group-size\": {\"value\": %d}, \"people\": {\"value\": %d}}"
                .formatted(groups, size, people);
    }

    private static String staff(String total, String unit, String rows) {
        return "{\"staff\": {\"value\": %s, \"unit\": \"%s\"}, \"functions\": {\"value\": [%s]}}"
                .formatted(total, unit, rows);
    }

    private static List<RuleResult> broken(String answers) {
        return Rules.judge(Tiny.QUESTIONNAIRE, Tiny.answers(answers)).stream()
                .filter(result -> !result.rule().equals("required"))
                .toList();
    }

    private static void assertBroken(String rule, String answers, String nl, String en) {
        List<RuleResult> broken = broken(answers);
        assertEquals(List.of(rule), broken.stream().map(RuleResult::rule).toList(), answers);
        assertEquals(new Text(nl, en), broken.get(0).text());
    }

    private static void assertHolds(String answers) {
        assertEquals(List.of(), broken(answers), answers);
    }
}
