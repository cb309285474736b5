package nl.wijkvergelijk.comparison.ratings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.representation.Picture;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/rounds/{round}/ratings")
@Produces(MediaType.APPLICATION_JSON)
class RatingsResource {

    private final Ratings ratings;
    private final RequestLanguage language;

    RatingsResource(Ratings ratings, RequestLanguage language) {
        this.ratings = ratings;
        this.language = language;
    }

    @GET
    public Representation ratings(@PathParam("round") String round, @QueryParam("dataset") String dataset) {
        return ratings.of(round, dataset, language.get());
    }

    @GET
    @Path("/chart")
    @Produces(Picture.MEDIA_TYPE)
    public Representation chart(@PathParam("round") String round, @QueryParam("dataset") String dataset) {
        return ratings.chart(round, dataset, language.get());
    }
}
