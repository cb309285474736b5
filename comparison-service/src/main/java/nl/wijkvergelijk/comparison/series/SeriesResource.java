package nl.wijkvergelijk.comparison.series;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.RequestFormat;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/municipalities/{code}/series")
class SeriesResource {

    private final ThroughTheRounds rounds;
    private final RequestFormat format;
    private final RequestLanguage language;

    SeriesResource(ThroughTheRounds rounds, RequestFormat format, RequestLanguage language) {
        this.rounds = rounds;
        this.format = format;
        this.language = language;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Representation series(
            @PathParam("code") String code,
            @QueryParam("indicator") String indicator,
            @QueryParam("dataset") String dataset,
            @QueryParam("format") String formatAsked) {
        return rounds.of(code, indicator, dataset, formatAsked, format.among(Format.OF_LISTS), language.get());
    }
}
