package nl.wijkvergelijk.survey.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Sends a file piece by piece. The framework has an own idea of NDJSON, which is why this names what it is for. */
@Provider
@Produces({Ndjson.MEDIA_TYPE, Csv.MEDIA_TYPE})
class ExportedWriter implements MessageBodyWriter<Exported> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Exported.class;
    }

    @Override
    public void writeTo(
            Exported exported,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, exported.contentType());
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + exported.name() + "\"");
        try (InputStream in = exported.content()) {
            in.transferTo(out);
        }
    }
}
