package nl.wijkvergelijk.survey.municipality;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/municipalities")
@Produces(MediaType.APPLICATION_JSON)
class MunicipalityResource {

    private final Municipalities municipalities;

    MunicipalityResource(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    @GET
    public MunicipalityList all(@QueryParam("page") String page, @QueryParam("pageSize") String pageSize) {
        return municipalities.all(Page.of(page, pageSize));
    }

    @GET
    @Path("/{code}")
    public MunicipalityView one(@PathParam("code") String code) {
        return municipalities.find(MunicipalityCode.inPath(code)).orElseThrow(ProblemException::notFound);
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<MunicipalityView> put(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Body body) {
        return municipalities.put(code, ifMatch, body);
    }
}
