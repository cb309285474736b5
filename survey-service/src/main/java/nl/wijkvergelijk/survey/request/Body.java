package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/**
 * The content of a request, not yet read as anything: whether the sender may make the change, and saw what is there now, is settled before it is said what is
 * wrong with the content.
 */
public final class Body {

    private final byte[] bytes;
    private final ObjectMapper json;
    private final Validator validator;

    Body(byte[] bytes, ObjectMapper json, Validator validator) {
        this.bytes = bytes;
        this.json = json;
        this.validator = validator;
    }

    /** Reads it, strictly; everything that breaks a constraint of the record is in one refusal. */
    public <T> T as(Class<T> type) {
        T read = parsed(type);
        Set<ConstraintViolation<T>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations.stream()
                    .map(Violations::error)
                    .sorted(Comparator.comparing(InputError::pointer))
                    .toList());
        }
        return read;
    }

    /** The text of a member, for what must be known before the rest is judged; empty when there is none or the content cannot be read. */
    public Optional<String> glance(String member) {
        try {
            return Optional.ofNullable(json.readTree(bytes).path(member).textValue());
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a member was sent at all, be it as null. */
    public boolean mentions(String member) {
        try {
            return json.readTree(bytes).has(member);
        } catch (IOException | NumberFormatException unreadable) {
            return false;
        }
    }

    private <T> T parsed(Class<T> type) {
        try {
            T read = json.readValue(text(), type);
            if (read == null) {
                throw ProblemException.invalid(
                        InputError.body("", "required", new Text("De inhoud ontbreekt.", "The content is missing.")));
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        } catch (NumberFormatException e) {
            // An exponent that does not fit; the parser says so of no other number in this way.
            throw ProblemException.invalid(InputError.body(
                    "",
                    "malformed-json",
                    new Text("Er staat een getal in dat niet te lezen is.", "It holds a number that cannot be read.")));
        }
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(List.of(InputError.body(
                    "", "malformed-json", new Text("De inhoud is geen UTF-8.", "The content is not UTF-8."))));
        }
    }

    /** The content as it was sent, for forms other than JSON. */
    public byte[] bytes() {
        return bytes;
    }
}
