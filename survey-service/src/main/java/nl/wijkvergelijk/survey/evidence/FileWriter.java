package nl.wijkvergelijk.survey.evidence;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;

/** Sends a file piece by piece. */
@Provider
class FileWriter implements MessageBodyWriter<EvidenceFiles.Found> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == EvidenceFiles.Found.class;
    }

    @Override
    public void writeTo(
            EvidenceFiles.Found found,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Files.copy(found.path(), out);
    }
}
