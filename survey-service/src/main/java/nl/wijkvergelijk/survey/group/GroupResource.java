package nl.wijkvergelijk.survey.group;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/rounds/{round}/groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupResource {

    private final Groups groups;

    GroupResource(Groups groups) {
        this.groups = groups;
    }

    @GET
    public GroupList all(
            @PathParam("round") String round,
            @QueryParam("page") String page,
            @QueryParam("pageSize") String pageSize) {
        return groups.all(round, () -> Page.of(page, pageSize));
    }

    @GET
    @Path("/{id}")
    public GroupView one(@PathParam("round") String round, @PathParam("id") String id) {
        return groups.inPath(round, id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<GroupView> put(
            @PathParam("round") String round,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Body body) {
        return groups.put(round, id, ifMatch, body);
    }
}
