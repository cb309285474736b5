package nl.wijkvergelijk.bench;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds every answer to the contract, whatever was asked: its status, media type, headers and body, and that it says nothing of how it is made. */
final class Judge {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Class names, stack frames, SQL and its states, and files of a server. */
    private static final Pattern INTERNALS =
            Pattern.compile("\\b(?:java|javax|jakarta|sun|io|org|com|nl)\\.(?:[a-z0-9_]+\\.)+[A-Z]\\w+"
                    + "|\\w+Exception\\b|\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|\\b\\w+\\.java\\b"
                    + "|(?i:\\bselect\\b[^.]{1,80}\\bfrom\\b|\\binsert into\\b|\\bupdate \\w+ set\\b|\\bdelete from\\b|sqlstate|psql|jdbc|hibernate|duplicate key value)"
                    + "|(?<![\\w.:/])/(?:home|root|tmp|usr|var|opt|etc|proc|deployments)/[\\w.-]+");

    private final Operations operations;
    private final OpenApiInteractionValidator validator;
    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int requests;
    private int serverErrors;
    private int undocumented;
    private int mismatches;
    private int disclosures;

    /** What came of one operation. */
    static final class Count {
        int requests;
        int succeeded;
    }

    Judge(Operations operations) {
        this.operations = operations;
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                        operations.contract(false).toString())
                .withBasePathOverride("/v1")
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response.body.schema.additionalProperties", ValidationReport.Level.ERROR)
                        .build())
                .build();
        operations.all().forEach(each -> counts.put(each.id(), new Count()));
    }

    /** Judges one answer and remembers what is wrong with it. */
    synchronized void judge(Wire.Request request, Wire.Answer answer) {
        requests++;
        statuses.merge(answer.status(), 1, Integer::sum);
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Operations.Operation> operation = operations.of(method, request.path());
        String where = operation.map(Operations.Operation::id).orElse(request.method() + " elsewhere") + " -> "
                + answer.status();
        operation.ifPresent(each -> {
            Count count = counts.get(each.id());
            count.requests++;
            if (answer.status() / 100 == 2) {
                count.succeeded++;
            }
        });
        if (answer.status() == 0) {
            undocumented++;
            fault(where + ": no answer, " + answer.text(), request);
            return;
        }
        if (answer.status() >= 500) {
            serverErrors++;
            fault(where + ": " + answer.text(), request);
        }
        if (request.method().equals("HEAD")) {
            return;
        }
        if (operation.isEmpty()) {
            if (answer.status() != 404
                    && answer.status() != 405
                    && answer.status() / 100 != 4
                    && !request.method().equals("OPTIONS")
                    && !leadsOut(request.path())) {
                undocumented++;
                fault(where + ": answered, but not in the contract", request);
            }
        } else {
            conforms(where, request, answer);
        }
        if (answer.status() >= 400 && !leadsOut(request.path())) {
            isProblem(where, request, answer);
        }
        says(where, request, answer);
    }

    private void conforms(String where, Wire.Request request, Wire.Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        if (answer.body().length > 0) {
            response.withBody(answer.text());
        }
        answer.headers().forEach((name, values) -> response.withHeader(name, values));
        for (ValidationReport.Message message : validator
                .validateResponse("/v1" + request.path(), Request.Method.valueOf(request.method()), response.build())
                .getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR) {
                if (message.getKey().startsWith("validation.response.status")) {
                    undocumented++;
                } else {
                    mismatches++;
                }
                fault(where + ": " + message.getMessage(), request);
            }
        }
    }

    /** Whether a path goes a step up: what answers is another one, outside the API a page. */
    private static boolean leadsOut(String path) {
        return path.toLowerCase(Locale.ROOT).contains("/%2e%2e");
    }

    private void isProblem(String where, Wire.Request request, Wire.Answer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            boolean whole = answer.header("content-type").startsWith("application/problem+json")
                    && problem.path("status").asInt() == answer.status();
            for (String member : new String[] {"type", "title", "detail", "instance", "traceId", "errors"}) {
                whole &= problem.hasNonNull(member);
            }
            if (whole) {
                return;
            }
        } catch (IOException notJson) {
            // Then it is no problem document either.
        }
        mismatches++;
        fault(where + ": no problem document: " + answer.text(), request);
    }

    /** What was sent may come back. */
    private void says(String where, Wire.Request request, Wire.Answer answer) {
        if (answer.status() / 100 != 2) {
            Matcher found = INTERNALS.matcher(answer.text());
            while (found.find()) {
                if (!request.text().contains(found.group()) && !request.target().contains(found.group())) {
                    disclosures++;
                    fault(where + ": says " + found.group(), request);
                }
            }
        }
    }

    private void fault(String what, Wire.Request request) {
        String short_ = what.length() > 700 ? what.substring(0, 700) + " …" : what;
        String key = short_.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
        if (faults.merge(key, 1, Integer::sum) == 1) {
            System.err.println("  ! " + key + "\n      " + request.method() + " " + request.target() + " "
                    + request.headers() + "\n      " + abbreviated(request.text()));
        }
    }

    private static String abbreviated(String text) {
        String line = text.replace("\n", " ");
        return line.length() > 600 ? line.substring(0, 600) + " …" : line;
    }

    int requests() {
        return requests;
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    int serverErrors() {
        return serverErrors;
    }

    int undocumented() {
        return undocumented;
    }

    int mismatches() {
        return mismatches;
    }

    int disclosures() {
        return disclosures;
    }

    Map<String, Count> counts() {
        return counts;
    }
}
