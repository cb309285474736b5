package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import nl.wijkvergelijk.http.InputError;

/** Whatever is accepted reads back as it was sent, digit by digit and character by character. */
class RoundTripTest {

    @Property(tries = 20_000)
    void aDecimalKeepsItsValueAndItsScale(
            @ForAll @BigRange(min = "-99.999999", max = "999999999999999.999999") @Scale(6) BigDecimal exact,
            @ForAll @IntRange(max = 6) int scale) {
        BigDecimal number = exact.setScale(scale, RoundingMode.DOWN);
        String sent = "{\"smallest\":{\"value\":" + number.toPlainString() + "}}";
        assertEquals(sent, Tiny.answers(sent).toJson().toString());
        Answers stored = Answers.fromJson(
                Tiny.QUESTIONNAIRE, Tiny.json(Tiny.answers(sent).toString()));
        assertEquals(number, stored.to("smallest").orElseThrow().number().orElseThrow());
    }

    @Property(tries = 5_000)
    void aTextIsKeptUnchangedOrRefused(@ForAll @StringLength(min = 1, max = 300) String text) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        sent.putObject("people").put("value", 1).put("note", text);
        List<InputError> errors = new ArrayList<>();
        AnswerChanges changes = AnswerReader.read(Tiny.QUESTIONNAIRE, sent, Tiny.SOURCES, errors);
        if (errors.isEmpty()) {
            assertEquals(
                    text,
                    changes.byQuestion().get("people").orElseThrow().chosen().note());
        } else {
            assertEquals("/answers/people/note", errors.get(0).pointer());
        }
    }

    @Property(tries = 3_000)
    void anyMixtureOfAnswersReadsBackEqual(@ForAll("answers") JsonNode sent) {
        List<InputError> errors = new ArrayList<>();
        Answers answers = Answers.none(Tiny.QUESTIONNAIRE)
                .with(AnswerReader.read(Tiny.QUESTIONNAIRE, sent, Tiny.SOURCES, errors));
        assertEquals(List.of(), errors);
        assertEquals(Tiny.json(sent.toString()), Tiny.json(answers.toString()));
        assertEquals(answers, Answers.fromJson(Tiny.QUESTIONNAIRE, Tiny.json(answers.toString())));
    }

    @Property(tries = 3_000)
    void noTreeMakesTheReaderFailAndEveryErrorPointsIntoIt(@ForAll("trees") JsonNode sent) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("answers", sent);
        for (InputError error : Tiny.errors(sent)) {
            assertTrue(error.pointer().startsWith("/answers"), error.pointer());
            boolean absent =
                    List.of("required", "unit-required", "range-required").contains(error.code());
            assertTrue(absent || !body.at(error.pointer()).isMissingNode(), error.toString());
            assertTrue(!error.detail().nl().isBlank() && !error.detail().en().isBlank());
        }
    }

    @Provide
    Arbitrary<JsonNode> answers() {
        List<String> some = List.of(
                "{\"name\":{\"value\":\" x \"}}",
                "{\"people\":{\"missing\":\"refused\",\"note\":\"nee\"}}",
                "{\"people\":{\"value\":12,\"qualifier\":\"at-most\",\"statements\":[{\"missing\":\"lost\",\"relation\":\"same\"}]}}",
                "{\"largest\":{\"value\":1.500,\"asPrinted\":\"1,500\",\"correction\":\"c\"}}",
                "{\"largest\":{\"value\":2.0,\"qualifier\":\"range\",\"low\":1.0,\"high\":2.00}}",
                "{\"staff\":{\"value\":56.00,\"unit\":\"hours-per-week\",\"definition\":\"alone\"}}",
                "{\"budget\":{\"value\":9.30,\"asOf\":\"2004\",\"basis\":\"resident\",\"currency\":\"EUR\"}}",
                "{\"opened\":{\"value\":\"1999-12-31\"}}",
                "{\"central\":{\"value\":true,\"comment\":\"c\"}}",
                "{\"roles\":{\"value\":[\"watchdog\",\"adviser\"]}}",
                "{\"time\":{\"value\":{\"social\":33.30,\"other\":0.0}}}",
                "{\"contact\":{\"value\":{\"residents\":{\"value\":33.3,\"qualifier\":\"range\",\"low\":30,\"high\":35.0,\"asPrinted\":\"c\"},\"partners\":5}}}",
                "{\"functions\":{\"value\":[{\"function\":\"a\",\"fte\":0.80},{\"function\":\"b\",\"kind\":\"core\"}]}}");
        return Arbitraries.of(some).list().ofMaxSize(8).map(pieces -> {
            ObjectNode all = JsonNodeFactory.withExactBigDecimals(true).objectNode();
            pieces.forEach(piece -> all.setAll((ObjectNode) Tiny.json(piece)));
            return all;
        });
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        List<String> names = List.of(
                "people",
                "staff",
                "budget",
                "functions",
                "time",
                "roles",
                "office",
                "opened",
                "value",
                "missing",
                "unit",
                "low",
                "high",
                "qualifier",
                "statements",
                "relation",
                "evidence",
                "moment",
                "page",
                "group",
                "section",
                "a/b~",
                "asOf",
                "function",
                "resolved",
                "correction");
        List<String> leaves = List.of(
                "null",
                "true",
                "0",
                "1.50",
                "-3",
                "1e300",
                "\"\"",
                "\"range\"",
                "\"fte\"",
                "\"lost\"",
                "\"6.3000\"",
                "\"2005\"",
                "\"same\"",
                "[]",
                "{}",
                "\"x\"",
                "[null]",
                "[[1]]");
        Arbitrary<String> leaf = Arbitraries.of(leaves);
        Arbitrary<String> tree = leaf;
        for (int depth = 0; depth < 4; depth++) {
            Arbitrary<String> deeper = tree;
            Arbitrary<String> object = Arbitraries.maps(Arbitraries.of(names), deeper)
                    .ofMaxSize(5)
                    .map(map -> {
                        List<String> members = new ArrayList<>();
                        map.forEach((name, value) -> members.add("\"" + name + "\":" + value));
                        return "{" + String.join(",", members) + "}";
                    });
            Arbitrary<String> list = deeper.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
            tree = Arbitraries.frequencyOf(Tuple.of(4, object), Tuple.of(1, list), Tuple.of(1, leaf));
        }
        return tree.map(Tiny::json);
    }
}
