package nl.wijkvergelijk.comparison.swot;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.RequestFormat;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/swot")
class SwotResource {

    private final Swot swot;
    private final RequestFormat format;
    private final RequestLanguage language;

    SwotResource(Swot swot, RequestFormat format, RequestLanguage language) {
        this.swot = swot;
        this.format = format;
        this.language = language;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Representation swot(
            @QueryParam("round") String round,
            @QueryParam("kind") String kind,
            @QueryParam("municipality") String municipality,
            @QueryParam("dataset") String dataset,
            @QueryParam("format") String formatAsked) {
        return swot.of(
                new SwotAsked(round, kind, municipality, dataset, formatAsked),
                format.among(Format.OF_LISTS),
                language.get());
    }
}
