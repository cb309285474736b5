package nl.wijkvergelijk.comparison.findings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/findings")
@Produces(MediaType.APPLICATION_JSON)
class FindingResource {

    private final Findings findings;
    private final RequestLanguage language;

    FindingResource(Findings findings, RequestLanguage language) {
        this.findings = findings;
        this.language = language;
    }

    @GET
    public Representation findings(
            @QueryParam("round") String round,
            @QueryParam("theme") String theme,
            @QueryParam("kind") String kind,
            @QueryParam("indicator") String indicator,
            @QueryParam("municipality") String municipality,
            @QueryParam("dataset") String dataset) {
        return findings.list(new FindingsAsked(round, theme, kind, indicator, municipality, dataset), language.get());
    }

    @GET
    @Path("/{id}")
    public Representation finding(@PathParam("id") String id, @QueryParam("dataset") String dataset) {
        return findings.one(id, dataset, language.get());
    }
}
