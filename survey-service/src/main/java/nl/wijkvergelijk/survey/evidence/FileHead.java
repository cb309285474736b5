package nl.wijkvergelijk.survey.evidence;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of a file what it is, and that it is to be saved. The framework settles on a form before the file is known, and takes a file in a RestResponse for a text. */
class FileHead {

    @ServerResponseFilter
    public void say(ContainerResponseContext response) {
        if (response.getEntity() instanceof EvidenceFiles.Found found) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle("Content-Type", found.file().mediaType());
            headers.putSingle("Content-Length", found.file().size());
            headers.putSingle(
                    "Content-Disposition", FileName.attachment(found.file().fileName()));
        }
    }
}
