package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.local.Yaml;

/**
 * Makes whole rounds by a fixed seed: each municipality answers as one of the six of 2005 did, with numbers of its own and with answers that are left out, approximate,
 * a range, disputed or corrected about as often as there.
 */
final class Generator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 2005;

    /** Of a hundred answers. That many more than in the templates, where four in ten have no value. */
    private static final int MISSING = 6;

    private static final int APPROXIMATE = 12;
    private static final int RANGED = 4;
    private static final int DISPUTED = 5;
    private static final int CORRECTED = 3;

    private static final String[] MISSING_CODES = {
        "not-stated", "not-stated", "not-stated", "unknown", "unknown", "not-applicable", "refused", "lost"
    };

    /** They grow with the municipality together, so that the rules between them hold. */
    private static final Set<String> PEOPLE = Set.of(
            "residents",
            "residents-expected",
            "dwellings",
            "households",
            "dwellings-planned",
            "ward-size-mean",
            "ward-size-min",
            "ward-size-max");

    private static final Set<String> MONEY = Set.of("ward-budget", "ward-budget-per-ward");

    /** A rule would refuse the response, or ask for another answer, without them. */
    private static final Set<String> NEEDED = Set.of(
            "residents",
            "ward-count",
            "ward-level",
            "ward-purpose",
            "dwellings",
            "households",
            "residents-expected-year",
            "office-kind",
            "typings");

    private final List<JsonNode> templates = new ArrayList<>();
    private final JsonNode session;

    Generator(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("deploy/rounds/2005/responses"))) {
            for (Path file : files.sorted().toList()) {
                templates.add(Yaml.file(file));
            }
        }
        session = Yaml.file(home.resolve("deploy/rounds/2005/rating-session.yaml"));
    }

    /** The code of municipality 0 to 9,999: there are no more. */
    static String code(int municipality) {
        return "GM%04d".formatted(municipality);
    }

    /** How the first six rated each other: as the six of 2005 did. A body of the session, or of its totals. */
    String ratings(String part) {
        String text = session.path(part).toString();
        int number = 0;
        for (JsonNode item : session.at("/session/items")) {
            text = text.replace(item.asText(), code(number++));
        }
        return text;
    }

    /** A file for the bulk import, one response a line. */
    String round(int number, int municipalities) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < municipalities; i++) {
            lines.append(response(number, i)).append('\n');
        }
        return lines.toString();
    }

    private ObjectNode response(int round, int municipality) {
        Random random = new Random(SEED + 31L * round + 1_000_003L * municipality);
        JsonNode template = templates.get((municipality + round) % templates.size());
        double people = 0.7 + 2 * random.nextDouble();
        double money = 0.5 + random.nextDouble();
        ObjectNode answers = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> each : template.path("answers").properties()) {
            ObjectNode answer = each.getValue().deepCopy();
            if (PEOPLE.contains(each.getKey())) {
                scale(answer, people);
            } else if (MONEY.contains(each.getKey())) {
                scale(answer, money);
            }
            vary(each.getKey(), answer, random);
            answers.set(each.getKey(), answer);
        }
        ObjectNode response = JSON.createObjectNode();
        response.put("municipality", code(municipality));
        response.set("evidence", template.path("evidence"));
        response.set("answers", answers);
        return response;
    }

    private static void scale(ObjectNode answer, double factor) {
        answer.remove("statements");
        for (String member : List.of("value", "low", "high")) {
            if (answer.path(member).isNumber()) {
                answer.put(member, Math.max(1, Math.round(answer.get(member).asDouble() * factor)));
            }
        }
    }

    private static void vary(String question, ObjectNode answer, Random random) {
        int kind = random.nextInt(100);
        JsonNode value = answer.path("value");
        if (value.isMissingNode() || !value.isNumber() && kind >= MISSING) {
            return;
        }
        if (kind < MISSING) {
            if (!NEEDED.contains(question)) {
                answer.removeAll();
                answer.put("missing", MISSING_CODES[random.nextInt(MISSING_CODES.length)]);
            }
        } else if (question.endsWith("-year")) {
            return;
        } else if (kind < MISSING + APPROXIMATE) {
            answer.remove(List.of("low", "high"));
            answer.put("qualifier", "approximate");
        } else if (kind < MISSING + APPROXIMATE + RANGED) {
            if (PEOPLE.contains(question) && !question.startsWith("ward-size")) {
                answer.put("qualifier", "range");
                answer.put("low", Math.round(value.asDouble() * 0.9));
                answer.put("high", Math.round(value.asDouble() * 1.1));
            }
        } else if (kind < MISSING + APPROXIMATE + RANGED + DISPUTED) {
            ObjectNode other = answer.putArray("statements").addObject();
            other.put("value", Math.round(value.asDouble() * 0.8)).put("relation", "contradicts");
            for (String member : List.of("unit", "currency", "basis", "period", "definition")) {
                if (answer.has(member)) {
                    other.set(member, answer.get(member));
                }
            }
        } else if (kind < MISSING + APPROXIMATE + RANGED + DISPUTED + CORRECTED) {
            answer.put("asPrinted", value.asText() + "0");
            answer.put("correction", "Een nul te veel.");
        }
    }
}
