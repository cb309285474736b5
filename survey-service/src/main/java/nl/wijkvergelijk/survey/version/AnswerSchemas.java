package nl.wijkvergelijk.survey.version;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.answer.AnswerSchema;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Tagged;

/** The JSON Schemas of answers, each made once: a version of a questionnaire never changes. */
@ApplicationScoped
class AnswerSchemas {

    /** The media type of a JSON Schema. */
    static final String TYPE = "application/schema+json";

    /** A schema as it is sent. */
    record Schema(String content, String tag) implements Tagged {}

    private final Map<String, Schema> made = new ConcurrentHashMap<>();
    private final Versions versions;

    AnswerSchemas(Versions versions) {
        this.versions = versions;
    }

    Schema of(String id, String version) {
        Questionnaire questionnaire = versions.inPath(id, version);
        return made.computeIfAbsent(Versions.href(questionnaire) + "/schema", address -> made(questionnaire, address));
    }

    private static Schema made(Questionnaire questionnaire, String address) {
        String content = AnswerSchema.of(questionnaire, address).toString();
        return new Schema(content, ETags.ofBytes(content.getBytes(StandardCharsets.UTF_8)));
    }
}
