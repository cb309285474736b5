package nl.wijkvergelijk.survey.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import org.junit.jupiter.api.Test;

/** What the rules of the standard questionnaire say to answers as municipalities gave or mistyped them. */
class StandardRulesTest {
    private final Questionnaire standard =
            new Questionnaires().find("standard", 2005).orElseThrow();

    @Test
    void everyRuleIsOfAKnownKindWithTheParametersOfItsKind() {
        standard.rules().forEach(Rules::rule);
    }

    @Test
    void timeByPolicyAreaAddsUpOrSaysWhatLacks() {
        String area = "{\"time-by-policy-area\": {\"value\": %s}}";
        String whole =
                "{\"physical-development\": %d, \"physical-management\": 27, \"social\": 11, \"safety\": 6, \"economic\": 8}";
        assertSays("", area.formatted(whole.formatted(48)));
        assertSays("", area.formatted(whole.formatted(50)));
        assertSays("error time-by-policy-area-sums", area.formatted(whole.formatted(51)));
        assertSays("error time-by-policy-area-sums", area.formatted(whole.formatted(45)));
        String part = "{\"physical-development\": 25, \"physical-management\": 15, \"social\": %d}";
        assertSays("warning time-by-policy-area-partial", area.formatted(part.formatted(35)));
        assertSays("", area.formatted(part.formatted(60)));
        assertSays("error time-by-policy-area-sums", area.formatted(part.formatted(65)));
        assertEquals(
                "De tijd per beleidsterrein telt op tot 75 procent en een deel is leeg. Weet u dat deel niet? Licht het toe.",
                judge(area.formatted(part.formatted(35))).get(0).text().nl());
    }

    @Test
    void timeByContactNamesTheTimeItDivides() {
        String contact =
                "{\"time-by-contact\": {\"value\": {\"ward-officials\": 25, \"sector-officials\": 20, \"administration\": 5, \"residents\": 50}}%s}";
        assertSays("error contact-base-chosen", contact.formatted(""));
        assertSays("", contact.formatted(", \"time-by-contact-base\": {\"missing\": \"not-stated\"}"));
        assertSays("error time-by-place-sums", "{\"time-by-place\": {\"value\": {\"town-hall\": 50, \"ward\": 70}}}");
        assertSays("warning time-by-place-partial", "{\"time-by-place\": {\"value\": {\"ward\": 70}}}");
    }

    @Test
    void rentedAndOwnedDoNotPassAHundredAndNeedNotReachIt() {
        String tenure = "{\"rental-share\": {\"value\": %d}, \"owner-occupied-share\": {\"value\": 60}}";
        assertSays("", tenure.formatted(30));
        assertSays("", tenure.formatted(41));
        assertSays("error tenure-within-hundred", tenure.formatted(42));
        assertSays("", "{\"rental-share\": {\"value\": 30}}");
    }

    @Test
    void aPlaceInARankingLiesWithinItsFieldInEveryRow() {
        String rankings =
                "{\"rankings\": {\"value\": [{\"name\": \"aantrekkelijkheid\", \"rank\": 17, \"field-size\": 50}, {\"name\": \"index\", \"value\": 5.9, \"rank\": %d, \"field-size\": 50}, {\"name\": \"omvang\", \"rank\": 15}]}}";
        assertSays("", rankings.formatted(26));
        assertSays("", rankings.formatted(50));
        assertSays("error rank-within-field", rankings.formatted(59));
        assertEquals(
                "Plaats 59 bestaat niet op een lijst van 50. Is het misschien een waarde en geen plaats?",
                judge(rankings.formatted(59)).get(0).text().nl());
    }

    @Test
    void aScaleLooksLikeAScale() {
        String scale = "{\"salary-scale-ward-manager\": {\"value\": \"%s\"}}";
        for (String written : List.of("12", "11A/12", "13/14", "10A", "11 of 12", "11 en 12", "10 t/m 12")) {
            assertSays("", scale.formatted(written));
        }
        for (String written : List.of("schaal twaalf", "€ 4.000", "12 FTE")) {
            assertSays("warning scales-are-scales", scale.formatted(written));
        }
    }

    @Test
    void whatOneAnswerNeedsTheOtherGives() {
        assertSays("error residents-expected-when", "{\"residents-expected\": {\"value\": 150000}}");
        assertSays(
                "",
                "{\"residents-expected\": {\"value\": 150000}, \"residents-expected-year\": {\"missing\": \"not-stated\"}}");
        assertSays("error residents-expected-ahead", "{\"residents-expected-year\": {\"value\": 2005}}");
        assertSays("error intake-cases-said", "{\"complaints-intake\": {\"value\": \"conditional\"}}");
        assertSays("", "{\"complaints-intake\": {\"value\": \"no\"}}");
        assertSays("error area-aldermen-counted", "{\"area-aldermen\": {\"value\": true}}");
        assertSays("", "{\"area-aldermen\": {\"value\": true}, \"area-aldermen-count\": {\"value\": 4}}");
        assertSays("", "{\"area-aldermen\": {\"value\": false}}");
        assertSays("note satisfaction-sourced", "{\"satisfied-share\": {\"value\": 70}}");
    }

    @Test
    void thereAreThreeTypingsAndNoMoreHouseholdsThanResidents() {
        assertSays("error three-typings", "{\"typings\": {\"value\": [\"adviser\", \"watchdog\"]}}");
        assertSays("", "{\"typings\": {\"value\": [\"adviser\", \"watchdog\", \"account-manager\"]}}");
        assertSays(
                "error households-within-residents",
                "{\"households\": {\"value\": 30000}, \"residents\": {\"value\": 29000}}");
        assertSays("error names-are-names", "{\"ward-names\": {\"value\": [\"Palenstein\", \"onbekend\"]}}");
    }

    private void assertSays(String expected, String answers) {
        List<String> said = judge(answers).stream()
                .map(result -> result.severity() + " " + result.rule())
                .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), said, answers);
    }

    /** What the rules say, apart from what is merely not answered. */
    private List<RuleResult> judge(String json) {
        List<InputError> errors = new ArrayList<>();
        Answers answers =
                Answers.none(standard).with(AnswerReader.read(standard, Tiny.json(json), Tiny.SOURCES, errors));
        assertTrue(errors.isEmpty(), errors.toString());
        return Rules.judge(standard, answers).stream()
                .filter(result -> !result.rule().equals("required"))
                .toList();
    }
}
