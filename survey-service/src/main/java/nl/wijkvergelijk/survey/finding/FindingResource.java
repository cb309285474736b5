package nl.wijkvergelijk.survey.finding;

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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/rounds/{round}/findings")
@Produces(MediaType.APPLICATION_JSON)
class FindingResource {

    private final Findings findings;
    private final Idempotency idempotency;

    FindingResource(Findings findings, Idempotency idempotency) {
        this.findings = findings;
        this.idempotency = idempotency;
    }

    @GET
    public FindingList all(
            @PathParam("round") String round,
            @QueryParam("theme") String theme,
            @QueryParam("kind") String kind,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return findings.all(round, () -> FindingList.Query.of(theme, kind, page, pageSize));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> add(@PathParam("round") String round, @Context HttpServerRequest request, Body body) {
        return idempotency.once(request, body, () -> created(findings.add(round, body)));
    }

    @GET
    @Path("/{id}")
    public FindingView one(@PathParam("round") String round, @PathParam("id") String id) {
        return findings.inPath(round, id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public FindingView change(
            @PathParam("round") String round,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return findings.change(round, id, ifMatch, body);
    }

    private static RestResponse<FindingView> created(FindingView finding) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, finding)
                .header("Location", "/v1/rounds/" + finding.round() + "/findings/" + finding.id())
                .build();
    }
}
