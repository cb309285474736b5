package nl.wijkvergelijk.survey.checklist;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/responses/{code}/checklist")
@Produces(MediaType.APPLICATION_JSON)
class ChecklistResource {

    private final Checklist checklist;
    private final Idempotency idempotency;

    ChecklistResource(Checklist checklist, Idempotency idempotency) {
        this.checklist = checklist;
        this.idempotency = idempotency;
    }

    @GET
    public ChecklistView checklist(@PathParam("round") String round, @PathParam("code") String code) {
        return checklist.inPath(round, code);
    }

    @POST
    @Path("/passes")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> pass(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(
                request,
                body,
                () -> RestResponse.status(RestResponse.Status.CREATED, checklist.pass(round, code, body)));
    }
}
