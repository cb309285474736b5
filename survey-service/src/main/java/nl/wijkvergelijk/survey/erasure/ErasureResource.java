package nl.wijkvergelijk.survey.erasure;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/erasures")
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {

    private final Erasures erasures;
    private final Idempotency idempotency;

    ErasureResource(Erasures erasures, Idempotency idempotency) {
        this.erasures = erasures;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> erase(@Context HttpServerRequest request, Body body) {
        return idempotency.once(request, body, () -> RestResponse.ok(erasures.erase(body)));
    }
}
