package nl.wijkvergelijk.survey.remark;

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

@Path("/rounds/{round}/responses/{code}/remarks")
@Produces(MediaType.APPLICATION_JSON)
class RemarkResource {

    private final Remarks remarks;
    private final Idempotency idempotency;

    RemarkResource(Remarks remarks, Idempotency idempotency) {
        this.remarks = remarks;
        this.idempotency = idempotency;
    }

    @GET
    public RemarkList all(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("question") String question,
            @QueryParam("kind") String kind,
            @QueryParam("stale") String stale,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return remarks.all(round, code, state, question, kind, stale, sort, page, pageSize);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> ask(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> asked(round, code, remarks.ask(round, code, body)));
    }

    @GET
    @Path("/{id}")
    public RemarkView one(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("id") String id) {
        return remarks.one(round, code, id);
    }

    @POST
    @Path("/{id}/replies")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> reply(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(
                request,
                body,
                () -> RestResponse.status(RestResponse.Status.CREATED, remarks.reply(round, code, id, body)));
    }

    @PUT
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    public RemarkView resolve(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return remarks.resolve(round, code, id, ifMatch, body);
    }

    private static RestResponse<RemarkView> asked(String round, String code, RemarkView remark) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, remark)
                .header("Location", "/v1/rounds/%s/responses/%s/remarks/%s".formatted(round, code, remark.id()))
                .build();
    }
}
