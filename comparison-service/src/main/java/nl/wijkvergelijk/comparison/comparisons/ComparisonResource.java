package nl.wijkvergelijk.comparison.comparisons;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.RequestFormat;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/comparisons")
class ComparisonResource {

    private final Comparisons comparisons;
    private final RequestFormat format;
    private final RequestLanguage language;

    ComparisonResource(Comparisons comparisons, RequestFormat format, RequestLanguage language) {
        this.comparisons = comparisons;
        this.format = format;
        this.language = language;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Representation topics() {
        return comparisons.topics(language.get());
    }

    @GET
    @Path("/{topic}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", Format.XLSX_TYPE})
    public Representation comparison(
            @PathParam("topic") String topic,
            @QueryParam("round") String round,
            @QueryParam("municipality") String municipality,
            @QueryParam("indicator") String indicator,
            @QueryParam("sort") String sort,
            @QueryParam("peersOf") String peersOf,
            @QueryParam("peers") String peers,
            @QueryParam("sizeClass") String sizeClass,
            @QueryParam("group") String group,
            @QueryParam("dataset") String dataset,
            @QueryParam("format") String formatAsked,
            @QueryParam("layout") String layout,
            @QueryParam("bom") String bom) {
        Asked asked = new Asked(round, municipality, indicator, sort, dataset, formatAsked);
        return comparisons.comparison(
                topic,
                asked,
                new GroupAsked(peersOf, peers, sizeClass, group),
                new CsvShape(layout, bom),
                format.among(Format.OF_TABLES),
                language.get());
    }
}
