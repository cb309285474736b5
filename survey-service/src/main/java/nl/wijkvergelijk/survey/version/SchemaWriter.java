package nl.wijkvergelijk.survey.version;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Sends a schema in the bytes that its tag is of. */
@Provider
class SchemaWriter implements MessageBodyWriter<AnswerSchemas.Schema> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == AnswerSchemas.Schema.class;
    }

    @Override
    public void writeTo(
            AnswerSchemas.Schema schema,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(schema.content().getBytes(StandardCharsets.UTF_8));
    }
}
