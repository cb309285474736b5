package nl.wijkvergelijk.survey.description;

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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/rounds/{round}/responses/{code}/description")
@Produces(MediaType.APPLICATION_JSON)
class DescriptionResource {

    private final Descriptions descriptions;
    private final Versions versions;
    private final Comments comments;
    private final Agreements agreements;
    private final Idempotency idempotency;

    DescriptionResource(
            Descriptions descriptions,
            Versions versions,
            Comments comments,
            Agreements agreements,
            Idempotency idempotency) {
        this.descriptions = descriptions;
        this.versions = versions;
        this.comments = comments;
        this.agreements = agreements;
        this.idempotency = idempotency;
    }

    @GET
    public DescriptionView description(@PathParam("round") String round, @PathParam("code") String code) {
        return descriptions.inPath(round, code);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<DescriptionView> write(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return descriptions.write(round, code, ifMatch, body);
    }

    @GET
    @Path("/versions")
    public VersionList versions(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return versions.all(round, code, () -> Page.of(page, pageSize));
    }

    @GET
    @Path("/versions/{number}")
    public DescriptionView version(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("number") String number) {
        return versions.one(round, code, number);
    }

    @GET
    @Path("/comments")
    public CommentList comments(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return comments.inPath(round, code, () -> Page.of(page, pageSize));
    }

    @POST
    @Path("/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> comment(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> created(round, code, comments.add(round, code, body)));
    }

    @GET
    @Path("/comments/{id}")
    public CommentView comment(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("id") String id) {
        return comments.one(round, code, id);
    }

    @PUT
    @Path("/comments/{id}/disposition")
    @Consumes(MediaType.APPLICATION_JSON)
    public CommentView dispose(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return comments.dispose(round, code, id, ifMatch, body);
    }

    @GET
    @Path("/agreement")
    public AgreementView agreement(@PathParam("round") String round, @PathParam("code") String code) {
        return agreements.inPath(round, code);
    }

    @PUT
    @Path("/agreement")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<AgreementView> answer(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return agreements.answer(round, code, ifMatch, body);
    }

    private static RestResponse<CommentView> created(String round, String code, CommentView comment) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, comment)
                .header(
                        "Location",
                        "/v1/rounds/%s/responses/%s/description/comments/%s".formatted(round, code, comment.id()))
                .build();
    }
}
