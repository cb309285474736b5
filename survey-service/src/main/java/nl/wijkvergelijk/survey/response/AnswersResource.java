package nl.wijkvergelijk.survey.response;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import nl.wijkvergelijk.survey.request.Patch;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/responses/{code}")
@Produces(MediaType.APPLICATION_JSON)
class AnswersResource {

    private final Responses responses;
    private final Saving saving;
    private final RevisionDiffs diffs;
    private final Idempotency idempotency;

    AnswersResource(Responses responses, Saving saving, RevisionDiffs diffs, Idempotency idempotency) {
        this.responses = responses;
        this.saving = saving;
        this.diffs = diffs;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/answers")
    public AnswersView answers(@PathParam("round") String round, @PathParam("code") String code) {
        return responses.answers(round, code);
    }

    @PUT
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> replace(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("dryRun") String dryRun,
            Body body) {
        return saving.replace(round, code, ifMatch, dryRun, body);
    }

    @PATCH
    @Path("/answers")
    @Consumes({MediaType.APPLICATION_JSON, Patch.MERGE})
    public RestResponse<?> change(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("dryRun") String dryRun,
            Body body) {
        return saving.change(round, code, ifMatch, dryRun, body);
    }

    @GET
    @Path("/validation")
    public ValidationView validation(@PathParam("round") String round, @PathParam("code") String code) {
        return responses.validation(round, code);
    }

    @GET
    @Path("/revisions")
    public RevisionList revisions(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return responses.revisions(round, code, () -> Page.of(page, pageSize));
    }

    @POST
    @Path("/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> restore(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("dryRun") String dryRun,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> saving.restore(round, code, ifMatch, dryRun, body));
    }

    @GET
    @Path("/revisions/{number}/diff")
    public RevisionDiffView diff(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @PathParam("number") String number,
            @QueryParam("against") String against) {
        return diffs.of(round, code, number, against);
    }

    @GET
    @Path("/revisions/{number}")
    public RevisionView revision(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("number") String number) {
        return responses.revision(round, code, number);
    }
}
