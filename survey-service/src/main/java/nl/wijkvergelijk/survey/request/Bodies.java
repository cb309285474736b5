package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Map;

/** Makes a {@link Body} of what came in another way than as one, so that it passes the same rules. */
@ApplicationScoped
public class Bodies {

    private final ObjectMapper json;
    private final Validator validator;

    Bodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Content that was read from elsewhere. */
    public Body of(byte[] content) {
        return new Body(content, json, validator);
    }

    /** The fields as members; null is not sent. */
    public Body of(Map<String, ?> fields) {
        try {
            return new Body(json.writeValueAsBytes(fields), json, validator);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
