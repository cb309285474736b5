package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader agree about every answer, wrong in every way we could think of, but for what a schema cannot say. */
class AnswerSchemaTest {
    private static final JsonSchema SCHEMA = schema(Tiny.QUESTIONNAIRE);

    private static JsonSchema schema(Questionnaire questionnaire) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(AnswerSchema.of(questionnaire, "/v1/questionnaires/tiny/versions/1/schema"));
    }

    /** Good answers: every type of question, and everything an answer can have. */
    private static final List<String> GOOD = List.of(
            "{'name': {'value': 'Wijkbeheer', 'note': 'n', 'comment': 'c', 'asOf': '2005-02'}}",
            "{'name': {'value': 'B', 'asPrinted': 'A', 'correction': 'typo'}}",
            "{'name': null, 'groups': {'missing': 'unknown', 'asOf': '2004-02-29', 'note': 'n', 'asPrinted': '-'}}",
            "{'streets': {'value': ['a', 'b']}}",
            "{'people': {'value': 1200, 'unit': 'people', 'qualifier': 'range', 'low': 1000, 'high': 1500}}",
            "{'people': {'value': 12, 'statements': [{'value': 13, 'relation': 'contradicts', 'resolved': 'why', 'asOf': '2005'}]}}",
            "{'people': {'value': 12, 'statements': [{'missing': 'lost', 'relation': 'other-date', 'note': 'n'}]}}",
            "{'smallest': {'value': -1.5, 'qualifier': 'approximate'}, 'largest': {'value': 8.25}}",
            "{'staff': {'value': 4, 'unit': 'fte', 'definition': 'alone'}}",
            "{'satisfied': {'value': 99.5}}",
            "{'budget': {'value': 9.30, 'currency': 'EUR', 'basis': 'resident', 'period': 'year'}}",
            "{'started': {'value': 1998}}",
            "{'opened': {'value': '2004-02-29'}}",
            "{'central': {'value': true}}",
            "{'office': {'value': 'open'}}",
            "{'roles': {'value': ['adviser', 'broker']}}",
            "{'time': {'value': {'social': 40, 'physical': {'value': 30, 'qualifier': 'range', 'low': 20, 'high': 40, 'asPrinted': 'dertig'}}}}",
            "{'contact': {'value': {'residents': 100}, 'unit': 'percent', 'definition': 'all-time'}}",
            "{'functions': {'value': [{'function': 'beheerder', 'persons': 2, 'fte': 1.5, 'hours': 54, 'kind': 'core'}]}}",
            "{'name': {'value': 'x', 'evidence': [{'evidence': 'report', 'section': '3.4'}, {'evidence': 'partners', 'moment': '12:30'}]}}");

    /** What each place of a good answer is replaced with. */
    private static final List<String> INSTEAD = Stream.concat(
                    Stream.of(
                            "null",
                            "''",
                            "' '",
                            "'x'",
                            "'unknown'",
                            "'range'",
                            "'exact'",
                            "'fte'",
                            "'hours-per-week'",
                            "'open'",
                            "'contradicts'",
                            "'same'",
                            "'2005'",
                            "'2005-13'",
                            "'2005-02-29'",
                            "'2004-02-29'",
                            "'1900-02-29'",
                            "'2000-02-29'",
                            "'2005-04-31'",
                            "'2005\\n'",
                            "'01-02-2005'",
                            "'0999'",
                            "'3000'",
                            "'\\u0007'",
                            "'a\\u0007'",
                            "'a\\u007f'",
                            "'a\\tb\\n'",
                            "'\\u00ad'",
                            "'\\u200b'",
                            "'\\u00a0'",
                            "'\\u3000'",
                            "'\\udb40\\udc20'",
                            "'\\ud83d\\ude00'",
                            "0",
                            "1",
                            "1.0",
                            "1.5",
                            "-1",
                            "-101",
                            "99.5",
                            "100",
                            "101",
                            "1000",
                            "999",
                            "2999",
                            "3000",
                            "1000001",
                            "999999999999999",
                            "1000000000000000",
                            "-1000000000000000",
                            "0.123456",
                            "0.1234567",
                            "true",
                            "[]",
                            "['a']",
                            "['a', 'a']",
                            "['adviser']",
                            "[1]",
                            "[null]",
                            "{}",
                            "{'social': 40}",
                            "{'nowhere': 40}",
                            "{'value': 1}",
                            "[{}]",
                            "[{'function': 'x'}]",
                            "[{'evidence': 'report'}]",
                            "[{'evidence': 'nowhere', 'page': '1'}]",
                            "[{'evidence': 'report', 'page': '1', 'section': '2'}]"),
                    Stream.of(20, 21, 60, 61, 100, 101, 300, 301, 10_000, 10_001)
                            .flatMap(n -> Stream.of("'" + "a".repeat(n) + "'", "'" + "\\ud83d\\ude00".repeat(n) + "'")))
            .toList();

    private static final List<String> MEMBERS = List.of(
            "value",
            "missing",
            "unit",
            "qualifier",
            "low",
            "high",
            "asOf",
            "definition",
            "basis",
            "period",
            "currency",
            "asPrinted",
            "note",
            "evidence",
            "correction",
            "comment",
            "statements",
            "relation",
            "resolved",
            "moment",
            "section",
            "page",
            "nowhere");

    private static JsonNode json(String quoted) {
        return Tiny.json(quoted.replace('\'', '"'));
    }

    static Stream<String> good() {
        return GOOD.stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodAnswerIsAccepted(String answers) {
        assertEquals(List.of(), Tiny.errors(json(answers)));
        assertEquals(List.of(), said(json(answers)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void schemaAndReaderAgreeAboutEveryMutation(String answers) {
        List<JsonNode> mutations = new ArrayList<>();
        mutate(json(answers), changed -> mutations.add(changed.deepCopy()));
        int refused = 0;
        for (JsonNode mutation : mutations) {
            List<InputError> errors = Tiny.errors(mutation);
            List<String> said = said(mutation);
            if (errors.isEmpty()) {
                assertEquals(List.of(), said, mutation.toString());
            } else if (said.isEmpty()) {
                assertTrue(
                        errors.stream().allMatch(error -> isBeyondASchema(error, mutation)),
                        mutation + " -> " + errors);
            } else {
                refused++;
            }
        }
        assertTrue(refused > mutations.size() / 3, refused + " of " + mutations.size());
    }

    /** The whole list of what the reader sees and the schema does not. */
    private static boolean isBeyondASchema(InputError error, JsonNode answers) {
        String at = error.pointer();
        return switch (error.code()) {
            case "too-many-digits", "unknown-evidence", "not-held" -> true;
            case "not-a-whole-number" ->
                answers.at(at.substring("/answers".length()))
                                .decimalValue()
                                .stripTrailingZeros()
                                .scale()
                        <= 0;
            case "out-of-range" ->
                error.detail().en().startsWith("The lowest number is higher")
                        || error.detail().en().startsWith("The value lies outside its own");
            case "required" -> at.matches(".*/evidence/[0-9]+");
            case "unknown-member" -> at.matches(".*/evidence/[0-9]+/(section|page|moment)");
            default -> false;
        };
    }

    private static List<String> said(JsonNode answers) {
        ObjectNode body = Json.object();
        body.set("answers", answers);
        return SCHEMA.validate(body).stream().map(Object::toString).toList();
    }

    private interface Seen {
        void see(JsonNode changed);
    }

    /** Changes one place at a time: replaces it, takes it away, or adds something beside it. */
    private static void mutate(JsonNode root, Seen seen) {
        mutate(root, root, seen);
    }

    private static void mutate(JsonNode root, JsonNode at, Seen seen) {
        if (at instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode old = object.get(name);
                for (String instead : INSTEAD) {
                    object.set(name, json(instead));
                    seen.see(root);
                }
                object.remove(name);
                seen.see(root);
                object.set(name, old);
                mutate(root, old, seen);
            }
            if (at != root) {
                add(root, object, seen);
            } else {
                object.set("nowhere", json("{'value': 1}"));
                seen.see(root);
                object.remove("nowhere");
            }
        } else if (at.isArray()) {
            at.forEach(item -> mutate(root, item, seen));
        }
    }

    private static void add(JsonNode root, ObjectNode object, Seen seen) {
        for (String name : MEMBERS) {
            if (!object.has(name)) {
                for (String value : List.of(
                        "'x'", "1", "'range'", "'unknown'", "'alone'", "'fte'", "'2005'", "[]", "'contradicts'")) {
                    object.set(name, json(value));
                    seen.see(root);
                }
                object.remove(name);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'answers': null}",
                "{'answers': []}",
                "{'answers': {}, 'more': 1}",
                "{'answers': {}, 'reason': ''}",
                "{'answers': {}, 'reason': ' \\n'}",
                "{'answers': {}, 'onBehalf': 7}",
                "{'answers': {}, 'onBehalf': 'a\\u007f'}"
            })
    void aBodyThatIsNoneIsRefused(String body) {
        assertFalse(SCHEMA.validate(json(body)).isEmpty(), body);
    }

    @Test
    void aReasonMayBeThereOrNull() {
        assertTrue(SCHEMA.validate(json("{'answers': {}, 'reason': 'because', 'onBehalf': null}"))
                .isEmpty());
    }

    @Test
    void aListThatIsTooLongIsRefusedByBoth() {
        Map<String, Integer> most = Map.of("streets", 200, "functions", 100);
        for (int more : new int[] {0, 1}) {
            ObjectNode answers = Json.object();
            var streets = answers.putObject("streets").putArray("value");
            for (int i = 0; i < most.get("streets") + more; i++) {
                streets.add("s" + i);
            }
            var rows = answers.putObject("functions").putArray("value");
            for (int i = 0; i < most.get("functions") + more; i++) {
                rows.addObject().put("function", "f");
            }
            var people = answers.putObject("people").put("value", 1);
            var statements = people.putArray("statements");
            var evidence = people.putArray("evidence");
            for (int i = 0; i < 50 + more; i++) {
                statements.addObject().put("value", 1).put("relation", "same");
                evidence.addObject().put("evidence", "report").put("page", "1");
            }
            assertEquals(more == 0, Tiny.errors(answers).isEmpty());
            assertEquals(more * 4, Tiny.errors(answers).size());
            List<String> said = said(answers).stream()
                    .filter(each -> each.contains("at most"))
                    .toList();
            assertEquals(more * 4, said.size(), said.toString());
        }
    }

    @Test
    void theSameQuestionnaireGivesTheSameBytes() {
        Questionnaire standard = new Questionnaires().find("standard", 2005).orElseThrow();
        String first = AnswerSchema.of(standard, "/x").toString();
        Questionnaire again = new Questionnaires().find("standard", 2005).orElseThrow();
        assertEquals(first, AnswerSchema.of(again, "/x").toString());
    }
}
