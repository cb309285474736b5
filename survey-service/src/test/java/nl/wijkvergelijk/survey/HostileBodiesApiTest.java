package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write of the contract is sent bytes that are no text, texts that nothing can keep, numbers that nothing can hold, and forms it does not take: each is a problem that the contract names, and nothing is stored. */
@QuarkusTest
class HostileBodiesApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "@@place@@";

    static Stream<String> operations() {
        return Writes.byOperation().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatCannotBeReadOrKeptIsRefused(String name) throws SQLException, IOException {
        Write write = Writes.byOperation().get(name);
        if (!write.isJson()) {
            return;
        }
        String at = write.prepared();
        String before = WritesApiTest.everything();
        String good = new String(write.content().apply(at), StandardCharsets.UTF_8).strip();
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        whole(good).forEach((what, text) -> bodies.put(what, text.getBytes(StandardCharsets.UTF_8)));
        bytes(good, bodies);
        for (String pointer : leaves(JSON.readTree(good), "")) {
            instead(JSON.readTree(good).at(pointer)).forEach((what, written) -> {
                String text = with(good, pointer, written);
                bodies.put(pointer + " " + what, text.getBytes(StandardCharsets.UTF_8));
            });
        }
        String tag = write.tag(at);
        for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
            Response response = write.asked(as(write.account()), at, tag, body.getValue());
            assertEquals(400, response.statusCode(), body.getKey() + ": " + response.asString());
            assertEquals("/v1/problems/invalid-input", response.jsonPath().getString("type"), body.getKey());
        }
        assertEquals(before, WritesApiTest.everything());
    }

    private static Map<String, String> whole(String good) {
        Map<String, String> bodies = new LinkedHashMap<>();
        String inside = good.substring(1, good.length() - 1).strip();
        String more = inside.isEmpty() ? "" : ", " + inside;
        bodies.put("a byte order mark", "\uFEFF" + good);
        bodies.put("something behind it", good + " {}");
        bodies.put("a comment", good + "// x");
        bodies.put("deep lists", "{\"x\": " + "[".repeat(10_000) + "]".repeat(10_000) + more + "}");
        bodies.put("deep objects", "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000));
        bodies.put("a long list", "{\"x\": [" + "1,".repeat(100_000) + "1]" + more + "}");
        bodies.put("a long key", "{\"" + "k".repeat(1_000_000) + "\": 1" + more + "}");
        bodies.put("a long text", "{\"x\": \"" + "x".repeat(1_000_000) + "\"" + more + "}");
        bodies.put("NUL in a key", "{\"a\\u0000\": 1" + more + "}");
        bodies.put("half a pair in a key", "{\"\\ud800\": 1" + more + "}");
        bodies.put("a raw control character", "{\"a\u0001\": 1" + more + "}");
        bodies.put("no number", "{\"x\": NaN" + more + "}");
        if (!inside.isEmpty()) {
            bodies.put("everything twice", "{" + inside + more + "}");
        }
        return bodies;
    }

    private static void bytes(String good, Map<String, byte[]> bodies) {
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
            bodies.put(charset, good.getBytes(Charset.forName(charset)));
        }
        byte[] beginning = "{\"a".getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\": 1," + good.substring(1)).getBytes(StandardCharsets.UTF_8);
        int[][] none = {{0xff}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xe2, 0x82}, {0x00}};
        for (int[] sequence : none) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(beginning);
            for (int each : sequence) {
                body.write(each);
            }
            body.writeBytes(end);
            bodies.put("bytes beginning with " + sequence[0], body.toByteArray());
        }
    }

    private static List<String> leaves(JsonNode node, String at) {
        List<String> leaves = new ArrayList<>();
        if (node.isValueNode()) {
            leaves.add(at);
        }
        node.fields().forEachRemaining(member -> leaves.addAll(leaves(member.getValue(), at + "/" + member.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            leaves.addAll(leaves(node.get(i), at + "/" + i));
        }
        return leaves;
    }

    /** What is sent in the place of a value, as JSON. */
    private static Map<String, String> instead(JsonNode leaf) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("an object", "{\"x\": 1}");
        written.put("infinite", "Infinity");
        if (leaf.isTextual()) {
            written.put("NUL", "\"a\\u0000b\"");
            written.put("half a pair", "\"a\\ud800\"");
            written.put("the other half", "\"\\udc00b\"");
            written.put("a control character", "\"a\\u0007b\"");
            written.put("an ordinal", "0");
            written.put("a truth", "true");
            written.put("very long", "\"" + "x".repeat(100_001) + "\"");
            written.put("blank", "\" \"");
        } else if (leaf.isNumber()) {
            written.put("huge", "1e999999999");
            written.put("tiny", "1e-999999999");
            written.put("beyond any exponent", "1e99999999999");
            written.put("many digits", "9".repeat(2_000));
            written.put("a text", "\"5\"");
            written.put("a truth", "true");
            written.put("leading zero", "05");
        } else {
            written.put("a number", "0");
            written.put("a text", "\"true\"");
        }
        return written;
    }

    private static String with(String good, String pointer, String written) {
        try {
            JsonNode tree = JSON.readTree(good);
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = tree.at(pointer.substring(0, slash));
            String last = pointer.substring(slash + 1);
            if (parent instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
                object.put(last, PLACE);
            } else {
                ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(last), PLACE);
            }
            return tree.toString().replace("\"" + PLACE + "\"", written);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFormThatIsNotTakenOrNotGivenIsRefused(String name) throws SQLException, IOException {
        Write write = Writes.byOperation().get(name);
        String at = write.prepared();
        String before = WritesApiTest.everything();
        String tag = write.tag(at);
        byte[] good = write.content().apply(at);
        byte[] bomb = zeros(10_000_000);
        for (String encoding : List.of("gzip", "br", "deflate", "gzip, gzip", "x")) {
            Response response = write.asked(as(write.account()).header("Content-Encoding", encoding), at, tag, bomb);
            assertEquals(415, response.statusCode(), encoding + ": " + response.asString());
        }
        for (String form : List.of("multipart/form-data", "application/pdf", "image/svg+xml", "/")) {
            Response response = write.inForm(form).asked(as(write.account()), at, tag, good);
            assertEquals(415, response.statusCode(), form + ": " + response.asString());
        }
        for (String accept : List.of("image/png", "application/xml", "text/html;q=0.9", "x")) {
            Response response = write.asked(as(write.account()).accept(accept), at, tag, good);
            assertEquals(406, response.statusCode(), accept + ": " + response.asString());
        }
        assertEquals(before, WritesApiTest.everything());
    }

    private static byte[] zeros(int length) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(new byte[length]);
        }
        return packed.toByteArray();
    }
}
