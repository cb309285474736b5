package nl.wijkvergelijk.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of a contract, for tests that go through all of them.
 *
 * @param path as the contract writes it
 * @param shared the parameters of the path, which all its operations have
 * @param contract the whole, to follow references in
 */
public record Operation(String method, String path, JsonNode node, JsonNode shared, JsonNode contract) {

    /** Every operation, in the order of the contract. */
    public static List<Operation> all(String resource) {
        JsonNode contract;
        try {
            contract = new ObjectMapper().readTree(new Contract(resource).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Operation> all = new ArrayList<>();
        contract.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(member -> {
                    if (Contract.METHODS.contains(member.getKey())) {
                        all.add(new Operation(
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                member.getValue(),
                                path.getValue().path("parameters"),
                                contract));
                    }
                }));
        return all;
    }

    public String name() {
        return method + " " + path;
    }

    public boolean isWrite() {
        return Set.of("POST", "PUT", "PATCH", "DELETE").contains(method);
    }

    /** Whether the contract knows this refusal of it. */
    public boolean declares(int status) {
        return node.path("responses").has(String.valueOf(status));
    }

    /** The parameter of this name and place, when it has one. */
    public Optional<JsonNode> parameter(String in, String name) {
        return parameters()
                .filter(each -> each.path("in").asText().equals(in)
                        && each.path("name").asText().equals(name))
                .findFirst();
    }

    public Stream<JsonNode> parameters() {
        return Stream.concat(stream(shared), stream(node.path("parameters"))).map(this::resolved);
    }

    /** The schema of its JSON body; missing when it takes none, or another form. */
    public JsonNode body() {
        return resolved(node.path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema");
    }

    /** The media types of what it answers when all is well. */
    public List<String> produces() {
        List<String> types = new ArrayList<>();
        resolved(node.path("responses").path("200"))
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types;
    }

    /** What a reference refers to; anything else is itself. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(contract.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
