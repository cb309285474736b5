package nl.wijkvergelijk.comparison.figures;

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

@Path("/figures")
class FigureResource {

    private final Figures figures;
    private final Provenance provenance;
    private final RequestFormat format;
    private final RequestLanguage language;

    FigureResource(Figures figures, Provenance provenance, RequestFormat format, RequestLanguage language) {
        this.figures = figures;
        this.provenance = provenance;
        this.format = format;
        this.language = language;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", Format.XLSX_TYPE})
    public Representation figures(
            @QueryParam("round") String round,
            @QueryParam("municipality") String municipality,
            @QueryParam("indicator") String indicator,
            @QueryParam("group") String group,
            @QueryParam("dataset") String dataset,
            @QueryParam("format") String formatAsked,
            @QueryParam("layout") String layout,
            @QueryParam("bom") String bom) {
        Asked asked = new Asked(round, municipality, indicator, null, dataset, formatAsked);
        return figures.rows(
                asked,
                GroupAsked.named(group),
                new CsvShape(layout, bom),
                format.among(Format.OF_TABLES),
                language.get());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Representation figure(@PathParam("id") String id, @QueryParam("dataset") String dataset) {
        return provenance.chain(id, dataset, language.get());
    }
}
