package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a questionnaire from its YAML file, or from JSON; refuses members it does not know and keys that are given twice. */
public final class QuestionnaireFile {
    private static final ObjectMapper MAPPER = new ObjectMapper().disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    /** Keeps the digits that were written. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private QuestionnaireFile() {}

    /** The questionnaire a YAML file holds. */
    public static Questionnaire parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return MAPPER.convertValue(new Yaml(new SafeConstructor(options)).load(yaml), Questionnaire.class);
    }

    /** The questionnaire a JSON text holds, in the form in which the API shows it. */
    public static Questionnaire parseJson(String json) {
        try {
            return JSON.readValue(json, Questionnaire.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no questionnaire: " + e.getOriginalMessage(), e);
        }
    }

    /** One question of it. */
    public static Question parseQuestion(JsonNode question) {
        return JSON.convertValue(question, Question.class);
    }

    /** The checksum by which a published file is recognised: SHA-256 of its bytes, in hexadecimal. */
    static String checksum(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Questionnaire parse(byte[] file) {
        return parse(new String(file, StandardCharsets.UTF_8));
    }
}
