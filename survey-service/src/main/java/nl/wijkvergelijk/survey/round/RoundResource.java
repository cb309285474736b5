package nl.wijkvergelijk.survey.round;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Patch;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/rounds")
@Produces(MediaType.APPLICATION_JSON)
class RoundResource {

    private final Rounds rounds;
    private final Idempotency idempotency;

    RoundResource(Rounds rounds, Idempotency idempotency) {
        this.rounds = rounds;
        this.idempotency = idempotency;
    }

    @GET
    public RoundList all(@QueryParam("page") String page, @QueryParam("pageSize") String pageSize) {
        return rounds.all(Page.of(page, pageSize));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> open(@Context HttpServerRequest request, Body body) {
        return idempotency.once(request, body, () -> created(rounds.open(body)));
    }

    @GET
    @Path("/{round}")
    public RoundView one(@PathParam("round") String round) {
        return rounds.inPath(round);
    }

    @PATCH
    @Path("/{round}")
    @Consumes({MediaType.APPLICATION_JSON, Patch.MERGE})
    public RoundView change(@PathParam("round") String round, @HeaderParam("If-Match") String ifMatch, Body body) {
        return rounds.change(round, ifMatch, body);
    }

    private static RestResponse<RoundView> created(RoundView round) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, round)
                .header("Location", "/v1/rounds/" + round.id())
                .build();
    }
}
