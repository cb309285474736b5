package nl.wijkvergelijk.survey.response;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Patch;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/responses/{code}")
@Produces(MediaType.APPLICATION_JSON)
class AnswersResource {

    private final Responses responses;
    private final Saving saving;

    AnswersResource(Responses responses, Saving saving) {
        this.responses = responses;
        this.saving = saving;
    }

    record RevisionList(List<RevisionView> revisions) {}

    @GET
    @Path("/answers")
    public AnswersView answers(@PathParam("round") String round, @PathParam("code") String code) {
        return responses.answers(round, code);
    }

    @PUT
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<AnswersView> replace(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return saving.replace(round, code, ifMatch, body);
    }

    @PATCH
    @Path("/answers")
    @Consumes({MediaType.APPLICATION_JSON, Patch.MERGE})
    public AnswersView change(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return saving.change(round, code, ifMatch, body);
    }

    @GET
    @Path("/validation")
    public ValidationView validation(@PathParam("round") String round, @PathParam("code") String code) {
        return responses.validation(round, code);
    }

    @GET
    @Path("/revisions")
    public RevisionList revisions(@PathParam("round") String round, @PathParam("code") String code) {
        return new RevisionList(responses.revisions(round, code));
    }

    @GET
    @Path("/revisions/{number}")
    public RevisionView revision(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("number") String number) {
        return responses.revision(round, code, number);
    }
}
