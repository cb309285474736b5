package nl.wijkvergelijk.comparison.publications;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/datasets/{version}/changes")
class ChangesResource {

    private final PublicationChanges changes;
    private final RequestLanguage language;

    ChangesResource(PublicationChanges changes, RequestLanguage language) {
        this.changes = changes;
        this.language = language;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Representation changes(
            @PathParam("version") String version,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return changes.of(version, after, limit, language.get());
    }
}
