package nl.wijkvergelijk.survey.proposal;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}")
@Produces(MediaType.APPLICATION_JSON)
class ProposalResource {

    private final Copying copying;
    private final Proposals proposals;
    private final Idempotency idempotency;

    ProposalResource(Copying copying, Proposals proposals, Idempotency idempotency) {
        this.copying = copying;
        this.proposals = proposals;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> copy(@PathParam("round") String round, @Context HttpServerRequest request, Body body) {
        return idempotency.once(request, body, () -> RestResponse.ok(copying.copy(round, body)));
    }

    @GET
    @Path("/responses/{code}/proposals")
    public ProposalList open(@PathParam("round") String round, @PathParam("code") String code) {
        return proposals.of(round, code);
    }

    @POST
    @Path("/responses/{code}/proposals/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> decide(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> RestResponse.ok(proposals.decide(round, code, ifMatch, body)));
    }
}
