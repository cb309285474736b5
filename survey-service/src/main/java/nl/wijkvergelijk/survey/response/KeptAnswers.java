package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.survey.sql.Sql;

/** What was answered to requests with a key is kept for a day to be answered again. An answer to a question that was taken out is taken out of that too. */
@ApplicationScoped
class KeptAnswers {

    private static final String MARK = "[onleesbaar gemaakt / redacted]";

    private final Sql sql;
    private final ObjectMapper json;

    KeptAnswers(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Kept(String account, String key, String body) {}

    /** Puts the mark wherever a kept body about this response has the answer, quotes it, or warns of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(ResponseKey response, String question) {
        List<Object[]> changed = new ArrayList<>();
        for (Kept kept : sql.list(
                """
                select account, key, body from survey.idempotency_key
                 where position(to_json(cast(? as text))::text in body) > 0
                   and (starts_with(location, ?)
                        or position(to_json(cast(? as text))::text in body) > 0 and position(to_json(cast(? as text))::text in body) > 0
                        -- A checklist does not say whose it is; that of another loses a sentence about the same question, for a day.
                        or location is null and position('"municipality"' in body) = 0)
                """,
                row -> new Kept(row.getString("account"), row.getString("key"), row.getString("body")),
                question,
                "/v1/rounds/%s/responses/%s/".formatted(response.round(), response.municipality()),
                response.round(),
                response.municipality())) {
            JsonNode body = read(kept.body());
            String before = body.toString();
            take(body, question);
            if (!body.toString().equals(before)) {
                changed.add(new Object[] {body.toString(), kept.account(), kept.key()});
            }
        }
        if (!changed.isEmpty()) {
            sql.updateAll("update survey.idempotency_key set body = ? where account = ? and key = ?", changed.stream());
        }
    }

    private static void take(JsonNode node, String question) {
        if (node instanceof ObjectNode object) {
            if (object.get("answers") instanceof ObjectNode answers && answers.has(question)) {
                answers.set(question, redacted(answers));
            }
            if (question.equals(object.path("question").asText())) {
                takeQuoted(object);
            }
            if (object.get("questions") instanceof ArrayNode questions && has(questions, question)) {
                List.of("detail", "text").forEach(member -> mark(object, member));
            }
        }
        node.forEach(each -> take(each, question));
    }

    private static void takeQuoted(ObjectNode about) {
        List<ObjectNode> holders = new ArrayList<>(List.of(about));
        if (about.get("quoted") instanceof ObjectNode quoted) {
            holders.add(quoted);
        }
        for (ObjectNode holder : holders) {
            if (holder.hasNonNull("answer")) {
                holder.set("answer", redacted(holder));
            }
        }
        if (about.get("resolution") instanceof ObjectNode resolution) {
            mark(resolution, "clarification");
        }
    }

    private static void mark(ObjectNode object, String member) {
        if (object.path(member).isTextual()) {
            object.set(member, TextNode.valueOf(MARK));
        } else if (object.get(member) instanceof ObjectNode inLanguages) {
            List.of("nl", "en").forEach(language -> mark(inLanguages, language));
        }
    }

    private static ObjectNode redacted(ObjectNode beside) {
        return beside.objectNode().put("missing", "redacted");
    }

    private static boolean has(ArrayNode questions, String question) {
        for (JsonNode each : questions) {
            if (question.equals(each.asText())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
