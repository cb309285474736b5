package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.wijkvergelijk.http.InputError;

/**
 * One response as a file has it.
 *
 * @param line where it begins, counted from 1
 * @param municipality null when it could not be read
 * @param revision the one that the sender saw; null when not said
 * @param answers by question id
 * @param sayable the members of an answer that the file has a place for
 * @param errors what is wrong with it already; if there is anything it is not taken
 * @param placed where in the file something is that is wrong with the evidence or the answers
 */
record ImportedResponse(
        int line,
        String municipality,
        Integer revision,
        List<JsonNode> evidence,
        JsonNode answers,
        Set<String> sayable,
        List<ImportError> errors,
        Function<InputError, ImportError> placed) {}
