package nl.wijkvergelijk.comparison.comparisons;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.representation.Picture;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/comparisons/{topic}/chart")
class ChartResource {

    private final Charts charts;
    private final RequestLanguage language;

    ChartResource(Charts charts, RequestLanguage language) {
        this.charts = charts;
        this.language = language;
    }

    @GET
    @Produces(Picture.MEDIA_TYPE)
    public Representation chart(
            @PathParam("topic") String topic,
            @QueryParam("round") String round,
            @QueryParam("municipality") String municipality,
            @QueryParam("indicator") String indicator,
            @QueryParam("compareTo") String compareTo,
            @QueryParam("sort") String sort,
            @QueryParam("group") String group,
            @QueryParam("dataset") String dataset) {
        Asked asked = new Asked(round, municipality, indicator, sort, dataset, null);
        return charts.chart(topic, asked, compareTo, GroupAsked.named(group), language.get());
    }
}
