package nl.wijkvergelijk.comparison.profiles;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/municipalities/{code}/profile")
@Produces(MediaType.APPLICATION_JSON)
class ProfileResource {

    private final Profiles profiles;
    private final RequestLanguage language;

    ProfileResource(Profiles profiles, RequestLanguage language) {
        this.profiles = profiles;
        this.language = language;
    }

    @GET
    public Representation profile(
            @PathParam("code") String code, @QueryParam("round") String round, @QueryParam("dataset") String dataset) {
        return profiles.of(code, round, dataset, language.get());
    }
}
