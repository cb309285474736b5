package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A historic round as files: request bodies of the survey API, written as YAML.
 *
 * @param round the body that opens the round
 * @param approval {@code onBehalf}: why responses are approved without a comment round; {@code passing}: why what the checklist warns of is published all the same
 * @param municipalities who takes part: code to the body that adds the municipality
 * @param evidence code to the bodies that put evidence on file, each with its id
 * @param responses code to the body with all answers
 * @param findings the bodies that add findings, observations before the questions about them
 * @param groups id to the body that makes a named group
 * @param session the body that describes the rating session
 * @param totals the body with the totals of the ratings
 */
record RoundFiles(
        JsonNode round,
        JsonNode approval,
        SortedMap<String, JsonNode> municipalities,
        SortedMap<String, JsonNode> evidence,
        SortedMap<String, JsonNode> responses,
        JsonNode findings,
        SortedMap<String, JsonNode> groups,
        JsonNode session,
        JsonNode totals) {

    /**
     * Reads {@code round.yaml}, {@code responses/<code>.yaml}, {@code findings.yaml}, {@code groups.yaml} and {@code rating-session.yaml}.
     *
     * @throws CannotStart when a file is missing or no YAML
     */
    static RoundFiles read(Path directory) {
        JsonNode round = yaml(directory.resolve("round.yaml"));
        JsonNode ratings = yaml(directory.resolve("rating-session.yaml"));
        JsonNode findings = yaml(directory.resolve("findings.yaml"));
        SortedMap<String, JsonNode> groups = new TreeMap<>();
        yaml(directory.resolve("groups.yaml"))
                .path("groups")
                .fields()
                .forEachRemaining(group -> groups.put(group.getKey(), group.getValue()));
        SortedMap<String, JsonNode> municipalities = new TreeMap<>();
        SortedMap<String, JsonNode> evidence = new TreeMap<>();
        SortedMap<String, JsonNode> responses = new TreeMap<>();
        round.path("municipalities").fields().forEachRemaining(municipality -> {
            String code = municipality.getKey();
            JsonNode response = yaml(directory.resolve("responses/" + code + ".yaml"));
            municipalities.put(code, municipality.getValue());
            evidence.put(code, response.path("evidence"));
            responses.put(code, ((ObjectNode) response).without("evidence"));
        });
        return new RoundFiles(
                round.path("round"),
                round.path("approval"),
                municipalities,
                evidence,
                responses,
                findings.path("findings"),
                groups,
                ratings.path("session"),
                ratings.path("totals"));
    }

    String id() {
        return round.path("id").asText();
    }

    private static JsonNode yaml(Path file) {
        try {
            return Yaml.file(file);
        } catch (RuntimeException e) {
            throw new CannotStart("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
