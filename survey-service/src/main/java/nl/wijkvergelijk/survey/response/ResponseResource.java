package nl.wijkvergelijk.survey.response;

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
import nl.wijkvergelijk.survey.history.EventList;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.request.Page;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}")
@Produces(MediaType.APPLICATION_JSON)
class ResponseResource {

    private final Responses responses;
    private final Overview overview;
    private final Participants participants;
    private final Transitions transitions;
    private final Publishing publishing;
    private final Idempotency idempotency;

    ResponseResource(
            Responses responses,
            Overview overview,
            Participants participants,
            Transitions transitions,
            Publishing publishing,
            Idempotency idempotency) {
        this.responses = responses;
        this.overview = overview;
        this.participants = participants;
        this.transitions = transitions;
        this.publishing = publishing;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/responses")
    public OverviewView all(
            @PathParam("round") String round,
            @QueryParam("state") String state,
            @QueryParam("late") String late,
            @QueryParam("blocked") String blocked,
            @QueryParam("municipality") String municipality,
            @QueryParam("search") String search,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return overview.of(
                round, () -> OverviewQuery.of(state, late, blocked, municipality, search, sort, page, pageSize));
    }

    @GET
    @Path("/responses/{code}")
    public ResponseView one(@PathParam("round") String round, @PathParam("code") String code) {
        return responses.inPath(round, code).view();
    }

    @GET
    @Path("/responses/{code}/history")
    public EventList history(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return responses.history(round, code, () -> Page.of(page, pageSize));
    }

    @PUT
    @Path("/participants/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<ResponseView> takePart(
            @PathParam("round") String round, @PathParam("code") String code, Body body) {
        return participants.add(round, code, body);
    }

    @POST
    @Path("/responses/{code}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> transition(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> RestResponse.ok(transitions.take(round, code, ifMatch, body)));
    }

    @POST
    @Path("/publications")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> publish(@PathParam("round") String round, @Context HttpServerRequest request, Body body) {
        return idempotency.once(
                request, body, () -> RestResponse.status(RestResponse.Status.CREATED, publishing.publish(round, body)));
    }
}
