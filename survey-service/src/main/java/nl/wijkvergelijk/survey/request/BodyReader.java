package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.validation.Validator;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a resource its {@link Body}, which is read whole; so it has a limit of its own, also when nobody said how long it is. */
@Provider
@Consumes(MediaType.WILDCARD)
class BodyReader implements MessageBodyReader<Body> {

    private final ObjectMapper json;
    private final Validator validator;
    private final int limit;

    BodyReader(
            ObjectMapper json,
            Validator validator,
            @ConfigProperty(name = "wijkvergelijk.json-limit") MemorySize limit) {
        this.json = json;
        this.validator = validator;
        this.limit = Math.toIntExact(limit.asLongValue());
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream content)
            throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ClientErrorException(413);
        }
        return new Body(bytes, json, validator);
    }
}
