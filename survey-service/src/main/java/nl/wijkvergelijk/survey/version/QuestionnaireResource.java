package nl.wijkvergelijk.survey.version;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.request.Page;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
class QuestionnaireResource {

    private final Versions versions;
    private final Posting posting;
    private final AnswerSchemas schemas;
    private final Idempotency idempotency;

    QuestionnaireResource(Versions versions, Posting posting, AnswerSchemas schemas, Idempotency idempotency) {
        this.versions = versions;
        this.posting = posting;
        this.schemas = schemas;
        this.idempotency = idempotency;
    }

    @GET
    public QuestionnaireList all(@QueryParam("page") String page, @QueryParam("pageSize") String pageSize) {
        return versions.all(Page.of(page, pageSize));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> post(@Context HttpServerRequest request, Body body) {
        return idempotency.once(request, body, () -> created(posting.post(body)));
    }

    @GET
    @Path("/{id}/versions/{version}")
    public Questionnaire one(@PathParam("id") String id, @PathParam("version") String version) {
        return versions.inPath(id, version);
    }

    @GET
    @Path("/{id}/versions/{version}/changes")
    public ChangesView changes(
            @PathParam("id") String id, @PathParam("version") String version, @QueryParam("since") String since) {
        return versions.changes(id, version, since);
    }

    @GET
    @Path("/{id}/versions/{version}/schema")
    @Produces(AnswerSchemas.TYPE)
    public AnswerSchemas.Schema schema(@PathParam("id") String id, @PathParam("version") String version) {
        return schemas.of(id, version);
    }

    private static RestResponse<Questionnaire> created(Questionnaire questionnaire) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, questionnaire)
                .header("Location", Versions.href(questionnaire))
                .build();
    }
}
