package nl.wijkvergelijk.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Map;

/** Says in people's words where and why JSON could not be read. */
public final class JsonErrors {

    private static final Map<Class<?>, Text> WANTED = Map.of(
            String.class, new Text("tekst tussen aanhalingstekens", "a text in quotes"),
            Integer.class, new Text("een geheel getal", "a whole number"),
            int.class, new Text("een geheel getal", "a whole number"),
            Boolean.class, new Text("true of false", "true or false"),
            boolean.class, new Text("true of false", "true or false"),
            java.math.BigDecimal.class, new Text("een getal", "a number"),
            java.time.LocalDate.class, new Text("een datum als \"2005-01-31\"", "a date like \"2005-01-31\""));

    private JsonErrors() {}

    /** The error, with where it is in the body. */
    public static InputError of(JsonProcessingException cause) {
        if (cause instanceof PropertyBindingException unknown) {
            String name = unknown.getPropertyName();
            return InputError.body(
                    pointer(unknown),
                    "unknown-member",
                    new Text("'%s' kennen we hier niet.".formatted(name), "'%s' is not known here.".formatted(name)));
        }
        if (cause instanceof MismatchedInputException mismatch
                && !pointer(mismatch).isEmpty()) {
            return InputError.body(pointer(mismatch), "wrong-type", wanted(mismatch.getTargetType()));
        }
        if (cause instanceof JsonMappingException mapping && !pointer(mapping).isEmpty()) {
            return InputError.body(
                    pointer(mapping), "malformed-json", new Text("Dit is niet te lezen.", "This cannot be read."));
        }
        return InputError.body("", "malformed-json", malformed(cause));
    }

    private static Text wanted(Class<?> type) {
        Text wanted = type == null ? null : WANTED.get(type);
        if (wanted == null) {
            return new Text(
                    "Deze waarde heeft hier niet de goede vorm.", "This value does not have the right form here.");
        }
        return new Text("Hier hoort %s.".formatted(wanted.nl()), "This must be %s.".formatted(wanted.en()));
    }

    private static Text malformed(JsonProcessingException cause) {
        JsonLocation at = cause.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return new Text(
                    "De inhoud ontbreekt of is geen geldige JSON.", "The content is missing or is not valid JSON.");
        }
        return new Text(
                "De inhoud is geen geldige JSON; het gaat mis bij regel %d, teken %d."
                        .formatted(at.getLineNr(), at.getColumnNr()),
                "The content is not valid JSON; it goes wrong at line %d, character %d."
                        .formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static String pointer(JsonMappingException cause) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : cause.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : InputError.segment(step.getFieldName()));
        }
        return pointer.toString();
    }
}
