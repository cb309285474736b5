package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Operation;
import nl.wijkvergelijk.survey.access.AccessTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every write of the contract refuses alike: the wrong person, another municipality, no tag or an old one, bad content, a state in which it is not possible. Each
 * refusal has its own problem and leaves every table as it was; the same request without a fault is taken.
 */
@QuarkusTest
class WritesApiTest {

    private static final String NO_WORKBOOK = "no workbook";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation> CONTRACT = Operation.all("api-spec/survey.openapi.yaml").stream()
            .filter(Operation::isWrite)
            .collect(Collectors.toMap(Operation::name, each -> each, (a, b) -> a, LinkedHashMap::new));

    /** Each is a date to some reader of JSON. */
    private static final List<String> NO_DATES = List.of(
            "[2027, 3, 1]",
            "[]",
            "[\"2027-03-01\"]",
            "20270301",
            "20879",
            "20879.5",
            "true",
            "{}",
            "\"\"",
            "\" \"",
            "\"20879\"",
            "\"20270301\"",
            "\"2027-3-1\"",
            "\"1-3-2027\"",
            "\"2027-02-29\"",
            "\"2027-03-01T00:00:00\"",
            "\"2027-03-01T00:00:00Z\"",
            "\"+12027-03-01\"",
            "\"-2027-03-01\"",
            "\" 2027-03-01\"");

    private static String digests;

    static Stream<String> operations() {
        return CONTRACT.keySet().stream().filter(Writes.byOperation()::containsKey);
    }

    @Test
    void everyWriteOfTheContractHasARow() {
        assertEquals(
                CONTRACT.keySet().stream().sorted().toList(),
                Writes.byOperation().keySet().stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRowSaysAllThatTheContractSays(String name) {
        Operation operation = CONTRACT.get(name);
        Write write = write(name);
        assertEquals(
                operation.parameter("header", "If-Match").isPresent(),
                write.tagged() != null,
                "If-Match in the contract, and a tag in the row");
        assertEquals(operation.declares(409), write.blocked() != null, "409 in the contract, and a state in the row");
        assertEquals(operation.body().isMissingNode(), !write.isJson(), "JSON in the contract, and JSON in the row");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itIsRefusedToWhoMayNotAndDoneForWhoMay(String name) throws SQLException {
        Write write = write(name);
        String at = write.prepared();
        AccessTable.Row access = write.access();
        String before = everything();
        refused(access.nobody(), () -> write.asked(Api.nobody(), at));
        if (write.code().equals(Api.LEUSDEN)) {
            refused(access.own(), () -> write.asked(as("leusden"), at));
        }
        refused(access.other(), () -> write.asked(as("delft"), at));
        refused(access.researcher(), () -> write.asked(as("researcher"), at));
        refused(access.admin(), () -> write.asked(as("admin"), at));
        assertEquals(before, everything());
        assertTrue(write.asked(as(write.account()), at).statusCode() < 300, "the request itself is right");
        assertFalse(before.equals(everything()), "and leaves a trace");
    }

    private static void refused(int status, Supplier<Response> request) {
        if (status != AccessTable.OK) {
            Response response = request.get();
            assertEquals(status, response.statusCode(), response.asString());
            assertProblem(
                    switch (status) {
                        case 401 -> "unauthorized";
                        case 403 -> "forbidden";
                        default -> "not-found";
                    },
                    response);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aPlaceThatDoesNotExistIsNotFound(String name) throws SQLException {
        Write write = write(name);
        String at = write.prepared();
        String before = everything();
        String reader = write.access().researcher() == AccessTable.OK ? "researcher" : write.account();
        if (write.path().contains("{round}")) {
            Response response = write.askedAt(as(reader), write.filled(write.path(), "nowhere"), at);
            assertEquals(404, response.statusCode(), response.asString());
            assertProblem("not-found", response);
        }
        if (write.path().contains("{round}") && write.path().contains("{code}")) {
            Response response = write.askedAt(as(reader), write.filled(write.path(), at, "GM9999"), at);
            assertEquals(404, response.statusCode(), response.asString());
            assertProblem("not-found", response);
        }
        assertEquals(before, everything());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutTheTagOrWithAnOldOneNothingChanges(String name) throws SQLException {
        Write write = write(name);
        if (write.tagged() == null) {
            return;
        }
        String at = write.prepared();
        String before = everything();
        byte[] good = write.content().apply(at);
        for (byte[] sent : new byte[][] {good, "{".getBytes(StandardCharsets.UTF_8)}) {
            if (sent == good || write.alwaysNeedsItsTag()) {
                Response missing = write.asked(as(write.account()), at, null, sent);
                assertEquals(428, missing.statusCode(), missing.asString());
                assertProblem("precondition-required", missing);
            }
            Response stale = write.asked(as(write.account()), at, "\"9999\"", sent);
            assertEquals(412, stale.statusCode(), stale.asString());
            assertProblem("precondition-failed", stale);
            assertEquals(write.tag(at), stale.header("ETag"), "the tag that is current");
        }
        assertEquals(before, everything());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsNoContentOfItsKindIsRefused(String name) throws SQLException, IOException {
        Write write = write(name);
        String at = write.prepared();
        String before = everything();
        for (Map.Entry<String, byte[]> bad : bad(write, CONTRACT.get(name), at).entrySet()) {
            Response response = write.asked(as(write.account()), at, write.tag(at), bad.getValue());
            assertEquals(400, response.statusCode(), bad.getKey() + ": " + response.asString());
            assertProblem(bad.getKey().equals(NO_WORKBOOK) ? "workbook-unreadable" : "invalid-input", response);
        }
        assertEquals(before, everything());
        RequestSpecification person = as(write.account());
        Response otherForm = write.inForm("application/xml").asked(person, at);
        assertEquals(415, otherForm.statusCode(), otherForm.asString());
        assertEquals(before, everything());
    }

    private static Map<String, byte[]> bad(Write write, Operation operation, String at) throws IOException {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("nothing", "");
        if (operation.path().endsWith("/workbook")) {
            bad.put(NO_WORKBOOK, "x");
        }
        if (write.isJson()) {
            String good = new String(write.content().apply(at), StandardCharsets.UTF_8);
            ObjectNode read = (ObjectNode) JSON.readTree(good);
            bad.put("not closed", good.strip().substring(0, good.strip().length() - 1));
            bad.put("a list", "[]");
            bad.put("a text", "\"x\"");
            bad.put("null", "null");
            bad.put("an unknown member", read.deepCopy().put("x-unknown", 1).toString());
            read.fieldNames()
                    .forEachRemaining(member -> bad.put(
                            "another type of " + member,
                            read.deepCopy()
                                    .set(member, otherThan(read.get(member)))
                                    .toString()));
            operation
                    .resolved(operation.body())
                    .path("required")
                    .forEach(member -> bad.put(
                            "without " + member.asText(),
                            read.deepCopy().without(member.asText()).toString()));
        }
        return bad.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().getBytes(StandardCharsets.UTF_8),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static JsonNode otherThan(JsonNode value) {
        return value.isObject()
                ? JSON.getNodeFactory().textNode("x")
                : JSON.createObjectNode().put("x", 1);
    }

    @Test
    void dayAndInstantAreTakenInOneFormOnly() throws SQLException, IOException {
        Set<String> seen = new TreeSet<>();
        for (String name : operations().toList()) {
            Operation operation = CONTRACT.get(name);
            for (String member : dates(operation)) {
                seen.add(name + " " + member);
                Write write = write(name);
                String at = write.prepared();
                String before = everything();
                for (String bad : NO_DATES) {
                    ObjectNode sent = (ObjectNode) JSON.readTree(write.content().apply(at));
                    sent.set(member, JSON.readTree(bad));
                    byte[] body = sent.toString().getBytes(StandardCharsets.UTF_8);
                    Response response = write.asked(as(write.account()), at, write.tag(at), body);
                    assertEquals(400, response.statusCode(), name + " " + member + " " + bad + response.asString());
                    assertEquals(List.of("/" + member), response.jsonPath().getList("errors.pointer"), bad);
                }
                assertEquals(before, everything());
            }
        }
        assertEquals(
                Set.of(
                        "PATCH /rounds/{round} returnBy",
                        "POST /rounds returnBy",
                        "POST /rounds/{round}/responses/{code}/transitions deadline",
                        "PUT /municipalities/{code} validFrom",
                        "PUT /municipalities/{code} validTo"),
                seen);
    }

    /** The members that are a day or a moment; one inside another is told with its path, and has no row here yet. */
    private static List<String> dates(Operation operation) {
        List<String> dates = new ArrayList<>();
        dates(operation, operation.body(), "", dates);
        return dates;
    }

    private static void dates(Operation operation, JsonNode written, String path, List<String> dates) {
        JsonNode schema = operation.resolved(written);
        if (schema.path("format").asText().startsWith("date")) {
            dates.add(path.substring(1));
        }
        schema.path("properties")
                .fields()
                .forEachRemaining(member -> dates(operation, member.getValue(), path + "/" + member.getKey(), dates));
        dates(operation, schema, "items", path, dates);
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(several).forEach(each -> dates(operation, each, path, dates));
        }
    }

    private static void dates(Operation operation, JsonNode schema, String one, String path, List<String> dates) {
        if (schema.has(one)) {
            dates(operation, schema.path(one), path + "/" + one, dates);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whereItIsNotPossibleNothingChanges(String name) throws SQLException {
        Write write = write(name);
        if (write.blocked() == null) {
            return;
        }
        String at = write.prepared();
        write.blocked().accept(at);
        String before = everything();
        Response response = write.asked(as(write.account()), at);
        assertEquals(409, response.statusCode(), response.asString());
        assertProblem(write.problem(), response);
        assertEquals(before, everything());
    }

    private static Write write(String name) {
        return Writes.byOperation().get(name);
    }

    private static void assertProblem(String type, Response response) {
        assertEquals("/v1/problems/" + type, response.jsonPath().getString("type"), response.asString());
    }

    /** All that is stored, in short: a row that is added, changed or taken out shows, since each has the number of the transaction that wrote it. */
    static String everything() throws SQLException {
        if (digests == null) {
            digests = Database.text("""
                    select string_agg(format('select %L || count(*) || '' '' || coalesce(sum(xmin::text::bigint), 0) as digest from %I.%I',
                                             table_schema || '.' || table_name || ' ', table_schema, table_name), ' union all ')
                    from information_schema.tables
                    where table_schema in ('survey', 'history', 'published') and table_type = 'BASE TABLE'
                    """);
        }
        return Database.text("select string_agg(digest, chr(10) order by digest) from (" + digests + ") as tables");
    }
}
