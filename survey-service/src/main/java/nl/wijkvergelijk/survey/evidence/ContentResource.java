package nl.wijkvergelijk.survey.evidence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/responses/{code}/evidence/{id}/content")
class ContentResource {

    private final EvidenceFiles files;

    ContentResource(EvidenceFiles files) {
        this.files = files;
    }

    @GET
    @Produces({
        MediaTypes.PDF,
        MediaTypes.PNG,
        MediaTypes.JPEG,
        MediaTypes.DOCX,
        MediaTypes.XLSX,
        MediaTypes.ODT,
        MediaTypes.ODS,
        MediaTypes.TEXT,
        MediaTypes.CSV
    })
    public EvidenceFiles.Found content(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("id") String id) {
        return files.find(round, code, id);
    }

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes({
        MediaTypes.PDF,
        MediaTypes.PNG,
        MediaTypes.JPEG,
        MediaTypes.DOCX,
        MediaTypes.XLSX,
        MediaTypes.ODT,
        MediaTypes.ODS,
        MediaTypes.TEXT,
        MediaTypes.CSV
    })
    public RestResponse<StoredFile> keep(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Content-Disposition") String disposition,
            InputStream content) {
        Dossier.Attached attached = files.keep(round, code, id, ifMatch, type, disposition, content);
        return RestResponse.status(
                attached.isFirst() ? RestResponse.Status.CREATED : RestResponse.Status.OK, attached.file());
    }
}
