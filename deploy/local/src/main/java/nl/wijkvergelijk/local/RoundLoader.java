package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            if (!bringToApproval(round + "/responses/" + code, round + "/participants/" + code, answers, name)) {
                waiting.add(code);
            }
        });
        long last = waiting.isEmpty() ? 0 : publish(round, waiting);
        return Math.max(last, rate(round + "/rating-session", files));
    }

    /** Returns whether the response is public already. */
    private boolean bringToApproval(String response, String participant, JsonNode answers, String name) {
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
            researcher.put(response + "/answers", answers, null);
            now = researcher.get(response);
        }
        while (NEXT.containsKey(state(now))) {
            String action = NEXT.get(state(now));
            ObjectNode body = action(action);
            if (action.equals("submit")) {
                body.set("onBehalf", answers.path("onBehalf"));
            }
            now = researcher.post(response + "/transitions", body, now.tag());
        }
        return false;
    }

    private long publish(String round, List<String> codes) {
        progress.step("publishing " + codes.size() + " municipalities");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        codes.forEach(body.putArray("municipalities")::add);
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
