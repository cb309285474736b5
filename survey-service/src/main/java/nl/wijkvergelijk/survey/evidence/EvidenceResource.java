package nl.wijkvergelijk.survey.evidence;

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

@Path("/rounds/{round}/responses/{code}/evidence")
@Produces(MediaType.APPLICATION_JSON)
class EvidenceResource {

    private final Dossier dossier;
    private final Idempotency idempotency;

    EvidenceResource(Dossier dossier, Idempotency idempotency) {
        this.dossier = dossier;
        this.idempotency = idempotency;
    }

    @GET
    public EvidenceList all(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @QueryParam("kind") String kind,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return dossier.all(round, code, () -> EvidenceList.Query.of(kind, sort, page, pageSize));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<?> add(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @Context HttpServerRequest request,
            Body body) {
        return idempotency.once(request, body, () -> created(round, code, dossier.add(round, code, body)));
    }

    @GET
    @Path("/{id}")
    public EvidenceView one(
            @PathParam("round") String round, @PathParam("code") String code, @PathParam("id") String id) {
        return dossier.one(round, code, id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public EvidenceView correct(
            @PathParam("round") String round,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return dossier.correct(round, code, id, ifMatch, body);
    }

    private static RestResponse<EvidenceView> created(String round, String code, EvidenceView view) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "/v1/rounds/%s/responses/%s/evidence/%s".formatted(round, code, view.id()))
                .build();
    }
}
