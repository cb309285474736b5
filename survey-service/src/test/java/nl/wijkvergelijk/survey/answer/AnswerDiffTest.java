package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class AnswerDiffTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(Json.NODES)
            .build();

    @Test
    void equalAnswersDoNotDiffer() {
        String answers = "{'a': {'value': {'x': 10, 'y': 90}, 'statements': [{'value': 1, 'relation': 'rounds'}]}}";
        assertEquals("", diff(answers, answers));
    }

    @Test
    void anAnswerThatComesOrGoesIsToldMemberByMember() {
        assertEquals("a/value: -> 5, a/note: -> \"n\"", diff("{}", "{'a': {'value': 5, 'note': 'n'}}"));
        assertEquals("a/missing: \"unknown\" ->", diff("{'a': {'missing': 'unknown'}}", "{}"));
    }

    @Test
    void aDistributionAndTheStatementsAreGoneInto() {
        assertEquals(
                "a/value/x: 10 -> 20, a/value/y: 90 -> 80",
                diff("{'a': {'value': {'x': 10, 'y': 90}}}", "{'a': {'value': {'x': 20, 'y': 80}}}"));
        assertEquals(
                "a/statements/0/note: \"n\" -> \"m\", a/statements/1: {\"value\":3} ->",
                diff(
                        "{'a': {'value': 1, 'statements': [{'value': 2, 'note': 'n'}, {'value': 3}]}}",
                        "{'a': {'value': 1, 'statements': [{'value': 2, 'note': 'm'}]}}"));
        assertEquals("a/value/1: \"q\" -> \"r\"", diff("{'a': {'value': ['p', 'q']}}", "{'a': {'value': ['p', 'r']}}"));
    }

    @Test
    void theDigitsOfANumberCountAndSoDoesItsKind() {
        assertEquals("a/value: 9.5 -> 9.50", diff("{'a': {'value': 9.5}}", "{'a': {'value': 9.50}}"));
        assertEquals("a/value: 1 -> \"1\"", diff("{'a': {'value': 1}}", "{'a': {'value': '1'}}"));
        assertEquals("a/value: [1] -> {\"x\":1}", diff("{'a': {'value': [1]}}", "{'a': {'value': {'x': 1}}}"));
    }

    @Test
    void aSlashInANameIsEscaped() {
        assertEquals("a/value/x~1y: 1 -> 2", diff("{'a': {'value': {'x/y': 1}}}", "{'a': {'value': {'x/y': 2}}}"));
    }

    @Test
    void aChangeConcernsThoseOfTheSameFieldAndOfWhatHoldsIt() {
        FieldChange value = new FieldChange("a", "/value", null, null);
        FieldChange share = new FieldChange("a", "/value/x", null, null);
        assertTrue(value.concerns(value));
        assertTrue(value.concerns(share));
        assertTrue(share.concerns(value));
        assertFalse(share.concerns(new FieldChange("a", "/value/xy", null, null)));
        assertFalse(share.concerns(new FieldChange("b", "/value/x", null, null)));
    }

    private static String diff(String before, String after) {
        return String.join(
                ", ",
                AnswerDiff.of(read(before), read(after)).stream()
                        .map(change -> (change.question() + change.pointer() + ": " + text(change.before()) + " -> "
                                        + text(change.after()))
                                .replace(":  ->", ": ->")
                                .strip())
                        .toList());
    }

    private static String text(JsonNode node) {
        return node == null ? "" : node.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
