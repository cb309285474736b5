package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.wijkvergelijk.survey.answer.Tiny;
import org.junit.jupiter.api.Test;

/** Twenty thousand values go through the service and its database, some hundreds in a write, and come back digit by digit and character by character. */
@QuarkusTest
class RoundTripApiTest {

    private static final int VALUES = 20_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    /** How many questions of each kind a form here has; a table has two rows of three cells. */
    private static final Map<String, Integer> QUESTIONS =
            Map.of("decimal", 180, "integer", 60, "text", 120, "date", 50, "multiple-choice", 50, "table", 40);

    private static final List<String> OPTIONS = List.of("a", "b", "c", "d", "e");

    private final Random random = new Random();

    /** Numbers that a careless hand would round, write otherwise, or refuse. */
    private static final List<String> EDGES = List.of(
            "0",
            "0.0",
            "0.000000",
            "-0.000001",
            "1.10",
            "100",
            "1.000000",
            "999999999999999.999999",
            "-999999999999999.999999");

    /** Composed and decomposed, joined, turned around, outside the first plane, of no use to anybody, and what other notations take for markup. */
    private static final List<String> PIECES = List.of(
            "\u00e9",
            "e\u0301",
            "\u1e9b\u0323",
            "\uac00",
            "\u1100\u1161",
            "\u200d",
            "\ud83d\udc69\u200d\ud83d\udc67",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\ufb01",
            "\u212b",
            "\uff1d",
            "\u0130",
            "\u00df",
            "\t",
            "\n",
            "\r\n",
            "\u007f",
            "\u0085",
            "\u2028",
            "\ufffe",
            "\udbff\udfff",
            "\\",
            "\"",
            "'",
            "%",
            "$",
            "{}",
            "<b>",
            "=1+1",
            " ",
            "\u00a0",
            "NULL",
            "\\u0041");

    @Test
    void whateverIsAcceptedComesBackAsItWasSent() {
        long seed = random.nextLong();
        random.setSeed(seed);
        String answers = leusden(round()) + "/answers";
        int values = 0;
        String tag = null;
        while (values < VALUES) {
            ObjectNode sent = JSON.objectNode();
            int filled = fill(sent);
            ObjectNode body = JSON.objectNode();
            body.set("answers", sent);
            var request = as("leusden").body(body.toString().getBytes(StandardCharsets.UTF_8));
            Response saved = tag == null
                    ? request.put(answers)
                    : request.header("If-Match", tag).put(answers);
            assertEquals(2, saved.statusCode() / 100, () -> "seed " + seed + ": " + saved.asString());
            tag = saved.header("ETag");
            same(seed, sent, saved);
            same(seed, sent, as("leusden").get(answers));
            values += filled;
        }
    }

    private static void same(long seed, ObjectNode sent, Response response) {
        JsonNode read = Tiny.json(new String(response.asByteArray(), StandardCharsets.UTF_8))
                .path("answers");
        sent.fields()
                .forEachRemaining(each -> assertEquals(
                        each.getValue().toString(),
                        read.path(each.getKey()).toString(),
                        () -> "seed " + seed + ", " + each.getKey()));
        assertEquals(sent.size(), read.size());
    }

    /** Answers every question; answers with how many values that took. */
    private int fill(ObjectNode answers) {
        int values = 0;
        for (Map.Entry<String, Integer> kind : QUESTIONS.entrySet()) {
            for (int i = 0; i < kind.getValue(); i++) {
                ObjectNode answer = answers.putObject(id(kind.getKey(), i));
                switch (kind.getKey()) {
                    case "decimal" -> answer.put("value", number());
                    case "integer" -> answer.put("value", digits(0));
                    case "text" -> answer.put("value", text());
                    case "date" ->
                        answer.put(
                                "value",
                                LocalDate.of(1000, 1, 1)
                                        .plusDays(random.nextInt(730_484))
                                        .toString());
                    case "multiple-choice" -> {
                        List<String> chosen = new ArrayList<>(OPTIONS);
                        Collections.shuffle(chosen, random);
                        chosen.subList(0, 1 + random.nextInt(5)).forEach(answer.putArray("value")::add);
                    }
                    default -> {
                        var rows = answer.putArray("value");
                        for (int row = 0; row < 2; row++) {
                            rows.addObject()
                                    .put("what", text())
                                    .put("number", number().abs())
                                    .put("kind", OPTIONS.get(random.nextInt(5)));
                        }
                        values += 5;
                    }
                }
                values++;
            }
        }
        return values;
    }

    /** A number of any scale that is allowed. */
    private BigDecimal number() {
        return random.nextInt(8) == 0
                ? new BigDecimal(EDGES.get(random.nextInt(EDGES.size())))
                : digits(random.nextInt(7));
    }

    /** A number with this many decimals and up to fifteen digits before them. */
    private BigDecimal digits(int scale) {
        BigInteger most = BigInteger.TEN.pow(scale + 1 + random.nextInt(15));
        BigInteger digits = new BigInteger(most.bitLength() + 8, random).mod(most);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
    }

    /** A text that says something, whatever else is in it. */
    private String text() {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(20); i >= 0; i--) {
            int point = random.nextInt(0x20, 0x110000);
            boolean character =
                    random.nextBoolean() && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
            text.append(character ? Character.toString(point) : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String id(String kind, int number) {
        return kind + "-" + number;
    }

    /** A round with a form of five hundred questions in which Leusden takes part. */
    private static String round() {
        Api.municipality(Api.LEUSDEN, "Leusden");
        String options = OPTIONS.stream()
                .map(code -> "{\"code\": \"%s\", \"label\": {\"nl\": \"x\", \"en\": \"x\"}}".formatted(code))
                .collect(Collectors.joining(", ", "[", "]"));
        String label = "\"label\": {\"nl\": \"x\", \"en\": \"x\"}";
        String questions = QUESTIONS.entrySet().stream()
                .flatMap(kind -> IntStream.range(0, kind.getValue()).mapToObj(i -> {
                    String more =
                            switch (kind.getKey()) {
                                case "multiple-choice" -> ", \"options\": " + options;
                                case "table" -> """
                                    , "columns": [{"id": "what", "type": "text", "required": true, %1$s}, {"id": "number", "type": "decimal", "required": false, %1$s},
                                    {"id": "kind", "type": "single-choice", "required": false, %1$s, "options": %2$s}]
                                    """.formatted(label, options);
                                default -> "";
                            };
                    return "{\"id\": \"%s\", \"type\": \"%s\", \"required\": false, %s%s}"
                            .formatted(id(kind.getKey(), i), kind.getKey(), label, more);
                }))
                .collect(Collectors.joining(",\n"));
        as("researcher")
                .body("""
                        {"id": "round-trip", "version": 1, "title": {"nl": "Lang", "en": "Long"}, "units": {}, "bases": {}, "periods": {}, "rules": [],
                         "sections": [{"id": "all", "title": {"nl": "Alles", "en": "All"}, "questions": [%s]}]}
                        """.formatted(questions))
                .post("/questionnaires")
                .then()
                .statusCode(201);
        as("researcher").body("""
                        {"id": "round-trip", "title": {"nl": "Ronde", "en": "Round"}, "questionnaire": {"id": "round-trip", "version": 1},
                         "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                        """).post("/rounds").then().statusCode(201);
        as("researcher")
                .body("{}")
                .put("/rounds/round-trip/participants/" + Api.LEUSDEN)
                .then()
                .statusCode(201);
        return "round-trip";
    }

    /** What names something is plain ASCII, so that no two names look alike or differ by how they are composed; it is compared character by character. */
    @Test
    void aNameIsPlainAscii() {
        String round = Api.roundWithLeusdenAndDelft();
        for (String id : new String[] {
            "caf\u00e9",
            "cafe\u0301",
            "a\u200db",
            "a\u202eb",
            "\ud83c\udfd8",
            "\u0430bc",
            "\uff41bc",
            "Abc",
            "a b",
            "a_b",
            "\u0131d",
            "a\ufeff",
            "a\n"
        }) {
            refused("/rounds", """
                    {"id": "%s", "title": {"nl": "Een", "en": "One"}, "questionnaire": {"id": "standard", "version": 2005}, "fullTimeHours": 36, "fullTimeHoursSource": "x"}
                    """, id);
            refused("/rounds/" + round + "/findings", """
                    {"id": "%s", "theme": "meta", "kind": "observation", "order": 1, "text": {"nl": "Regen.", "en": "Rain."}}
                    """, id);
            refused(
                    leusden(round) + "/evidence",
                    "{\"id\": \"%s\", \"document\": {\"title\": \"Nota\", \"kind\": \"report\"}}",
                    id);
            String form = """
                    {"id": "%s", "version": 1, "title": {"nl": "Kort", "en": "Short"}, "units": {}, "bases": {}, "periods": {}, "rules": [],
                     "sections": [{"id": "all", "title": {"nl": "Alles", "en": "All"}, "questions": [
                         {"id": "%s", "type": "single-choice", "label": {"nl": "x", "en": "x"}, "required": false,
                          "options": [{"code": "%s", "label": {"nl": "x", "en": "x"}}]}]}]}
                    """;
            refused("/questionnaires", form.formatted("%s", "kind", "a"), id);
            refused("/questionnaires", form.formatted("plain-names", "%s", "a"), id);
            refused("/questionnaires", form.formatted("plain-names", "kind", "%s"), id);
        }
    }

    private static void refused(String path, String body, String id) {
        Response response = as("researcher")
                .body(body.formatted(id.replace("\n", "\\n")).getBytes(StandardCharsets.UTF_8))
                .post(path);
        assertEquals(400, response.statusCode(), path + " took " + id);
        assertTrue(
                response.jsonPath().getList("errors.code").stream().anyMatch(code -> !"required".equals(code)),
                response.asString());
    }
}
