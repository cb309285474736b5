package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.QuestionnaireFile;

/** A questionnaire with every type of question and every kind of rule, and answers to it. */
public final class Tiny {
    public static final Questionnaire QUESTIONNAIRE = load();

    /** A report, an internal note, and interviews with partners and residents, the latter of which was not held. */
    public static final Sources SOURCES = new Sources(Map.of(
            "report", new Source.Document("Rapport", "LPB", "2005", true),
            "note", new Source.Document("Intern document", null, null, false),
            "partners", new Source.Interview("partners", "2005-11", true),
            "residents", new Source.Interview("residents", null, false)));

    /** Reads JSON as the services do: exact decimals. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private Tiny() {}

    public static JsonNode json(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** What is wrong with the answers in a piece of JSON. */
    public static List<InputError> errors(String answers) {
        return errors(json(answers));
    }

    public static List<InputError> errors(JsonNode answers) {
        List<InputError> errors = new ArrayList<>();
        AnswerReader.read(QUESTIONNAIRE, answers, SOURCES, errors);
        return errors;
    }

    /** The answers in a piece of JSON, which must be right. */
    public static Answers answers(String json) {
        List<InputError> errors = new ArrayList<>();
        Answers answers =
                Answers.none(QUESTIONNAIRE).with(AnswerReader.read(QUESTIONNAIRE, json(json), SOURCES, errors));
        assertEquals(List.of(), errors);
        return answers;
    }

    private static Questionnaire load() {
        try (InputStream in = Tiny.class.getResourceAsStream("/tiny-questionnaire.yaml")) {
            return QuestionnaireFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
