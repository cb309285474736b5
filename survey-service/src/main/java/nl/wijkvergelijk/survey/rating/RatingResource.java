package nl.wijkvergelijk.survey.rating;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.request.Page;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/rating-session")
@Produces(MediaType.APPLICATION_JSON)
class RatingResource {

    private final RatingSessions sessions;
    private final RatingTransitions transitions;
    private final Ballots ballots;
    private final Idempotency idempotency;

    RatingResource(RatingSessions sessions, RatingTransitions transitions, Ballots ballots, Idempotency idempotency) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.ballots = ballots;
        this.idempotency = idempotency;
    }

    @GET
    public RatingSessionView one(@PathParam("round") String round) {
        return sessions.inPath(round);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<RatingSessionView> describe(
            @PathParam("round") String round, @HeaderParam("If-Match") String ifMatch, Body body) {
        return sessions.describe(round, ifMatch, body);
    }

    @PUT
    @Path("/totals")
    @Consumes(MediaType.APPLICATION_JSON)
    public RatingSessionView total(
            @PathParam("round") String round, @HeaderParam("If-Match") String ifMatch, Body body) {
        return sessions.total(round, ifMatch, body);
    }

    @GET
    @Path("/ballots")
    public BallotListView ballots(
            @PathParam("round") String round,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return ballots.all(round, () -> Page.of(page, pageSize));
    }

    @GET
    @Path("/ballots/{code}")
    public BallotView ballot(@PathParam("round") String round, @PathParam("code") String code) {
        return ballots.one(round, code);
    }

    @PUT
    @Path("/ballots/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<BallotView> put(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return ballots.put(round, code, ifMatch, body);
    }

    @POST
    @Path("/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> transition(
            @PathParam("round") String round,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> RestResponse.ok(transitions.take(round, ifMatch, body)));
    }
}
