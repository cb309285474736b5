package nl.wijkvergelijk.survey.redaction;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/responses/{code}/redactions")
@Produces(MediaType.APPLICATION_JSON)
class RedactionResource {

    private final Redactions redactions;
    private final Idempotency idempotency;

    RedactionResource(Redactions redactions, Idempotency idempotency) {
        this.redactions = redactions;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> redact(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> RestResponse.ok(redactions.redact(round, code, body)));
    }
}
