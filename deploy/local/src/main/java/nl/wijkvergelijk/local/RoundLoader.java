package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Enters a historic round as a researcher would: through the survey API, on the municipalities' behalf. It looks before
 * each step and takes only those that are still to be taken, so that it can be stopped anywhere and started again.
 */
final class RoundLoader {

    /** What takes a response one state further; a published one has arrived. */
    private static final Map<String, String> NEXT =
            Map.of("draft", "submit", "submitted", "start-review", "in-review", "approve");

    private final Api researcher;
    private final Api admin;
    private final Progress progress;

    RoundLoader(String surveyUrl, Progress progress) {
        this.researcher = new Api(surveyUrl, "researcher");
        this.admin = new Api(surveyUrl, "admin");
        this.progress = progress;
    }

    /** Enters and publishes whatever of the round is not there yet; returns the last publication it shows in. */
    long load(RoundFiles files) {
        String round = "/rounds/" + files.id();
        files.municipalities().forEach((code, body) -> {
            String path = "/municipalities/" + code;
            if (!researcher.get(path).found()) {
                admin.put(path, body, null);
            }
        });
        if (!researcher.get(round).found()) {
            researcher.post("/rounds", files.round(), null);
        }
        List<String> waiting = new ArrayList<>();
        files.responses().forEach((code, answers) -> {
            String name = files.municipalities().get(code).path("name").asText();
            String response = round + "/responses/" + code;
            String participant = round + "/participants/" + code;
            if (!bringToApproval(response, participant, files.evidence().get(code), answers, name, files.approval())) {
                waiting.add(code);
            }
        });
        boolean said = enterFindings(round + "/findings", files.findings());
        boolean grouped = enterGroups(round + "/groups", files.groups());
        long last = waiting.isEmpty() && !said && !grouped ? 0 : publish(round, waiting, said, grouped);
        return Math.max(last, rate(round + "/rating-session", files));
    }

    /** Returns whether the response is public already. */
    private boolean bringToApproval(
            String response, String participant, JsonNode evidence, JsonNode answers, String name, JsonNode approval) {
        Api.Answer now = researcher.get(response);
        if (!now.found()) {
            researcher.put(participant, JsonNodeFactory.instance.objectNode(), null);
            now = researcher.get(response);
        }
        if (now.body().has("published")) {
            return true;
        }
        progress.step("entering the answers of " + name);
        if (now.body().path("revision").asInt() == 0) {
            file(response + "/evidence", evidence);
            researcher.put(response + "/answers", answers, null);
            now = researcher.get(response);
        }
        while (NEXT.containsKey(state(now))) {
            String action = NEXT.get(state(now));
            ObjectNode body = action(action);
            if (action.equals("submit")) {
                body.set("onBehalf", answers.path("onBehalf"));
            }
            if (action.equals("approve")) {
                body.set("onBehalf", approval.path("onBehalf"));
            }
            now = researcher.post(response + "/transitions", body, now.tag());
        }
        passWarnings(response + "/checklist", approval.path("passing"));
        return false;
    }

    /** Puts on file what is not there yet; the answers cite it. */
    private void file(String path, JsonNode evidence) {
        Set<String> filed = new HashSet<>();
        researcher
                .get(path)
                .body()
                .path("evidence")
                .forEach(each -> filed.add(each.path("id").asText()));
        for (JsonNode each : evidence) {
            if (!filed.contains(each.path("id").asText())) {
                researcher.post(path, each, null);
            }
        }
    }

    /** Nothing can be asked any more; so what is only a warning passes, with that as the reason. */
    private void passWarnings(String checklist, JsonNode reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("reason", reason);
        ArrayNode codes = body.putArray("codes");
        for (JsonNode item : researcher.get(checklist).body().path("items")) {
            if (item.path("severity").asText().equals("warning") && !item.has("passed")) {
                codes.add(item.path("code"));
            }
        }
        if (!codes.isEmpty()) {
            researcher.post(checklist + "/passes", body, null);
        }
    }

    /** Returns whether there are findings that are not public yet. */
    private boolean enterFindings(String findings, JsonNode bodies) {
        Map<String, String> states = new HashMap<>();
        researcher
                .get(findings)
                .body()
                .path("findings")
                .forEach(finding -> states.put(
                        finding.path("id").asText(), finding.path("state").asText()));
        for (JsonNode body : bodies) {
            if (!states.containsKey(body.path("id").asText())) {
                if (!states.containsValue("draft")) {
                    progress.step("entering the findings");
                }
                researcher.post(findings, body, null);
                states.put(body.path("id").asText(), "draft");
            }
        }
        return states.containsValue("draft");
    }

    /** Returns whether there are groups that are not public yet. */
    private boolean enterGroups(String groups, SortedMap<String, JsonNode> bodies) {
        boolean waiting = false;
        for (Map.Entry<String, JsonNode> group : bodies.entrySet()) {
            String path = groups + "/" + group.getKey();
            Api.Answer now = researcher.get(path);
            if (!now.found()) {
                progress.step("entering the group " + group.getKey());
                now = researcher.put(path, group.getValue(), null);
            }
            waiting |= state(now).equals("draft");
        }
        return waiting;
    }

    /** Publishes these responses and whatever findings and groups are not public yet as one publication. */
    private long publish(String round, List<String> codes, boolean findings, boolean groups) {
        progress.step("publishing " + codes.size() + " municipalities" + (findings ? " and the findings" : ""));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!codes.isEmpty()) {
            codes.forEach(body.putArray("municipalities")::add);
        }
        if (findings) {
            body.put("findings", true);
        }
        if (groups) {
            body.put("groups", true);
        }
        return researcher
                .post(round + "/publications", body, null)
                .body()
                .path("sequence")
                .asLong();
    }

    private long rate(String session, RoundFiles files) {
        Api.Answer now = researcher.get(session);
        if (!now.found()) {
            now = researcher.put(session, files.session(), null);
        }
        if (!now.body().has("published")) {
            progress.step("entering and publishing the ratings");
            if (now.body().path("totals").isEmpty()) {
                now = researcher.put(session + "/totals", files.totals(), null);
            }
            now = researcher.post(session + "/transitions", action("publish"), now.tag());
        }
        return now.body().path("published").path("sequence").asLong();
    }

    private static String state(Api.Answer answer) {
        return answer.body().path("state").asText();
    }

    private static ObjectNode action(String name) {
        return JsonNodeFactory.instance.objectNode().put("action", name);
    }
}
