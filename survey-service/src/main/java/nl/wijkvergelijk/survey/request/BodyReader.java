package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.validation.Validator;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands a resource its {@link Body}, which is read whole; so it has a limit of its own, also when nobody said how long it is. */
@Provider
@Consumes(MediaType.WILDCARD)
class BodyReader implements ServerMessageBodyReader<Body> {

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

    /** The framework asks this one first: for the other it looks up the annotations of the method at every request. */
    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
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
        return read(content);
    }

    @Override
    public Body readFrom(Class<Body> type, Type generic, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(context.getInputStream());
    }

    private Body read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ClientErrorException(413);
        }
        return new Body(bytes, json, validator);
    }
}
