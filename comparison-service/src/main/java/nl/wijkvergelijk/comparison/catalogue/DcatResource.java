package nl.wijkvergelijk.comparison.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.PublicAddress;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

@Path("/catalog")
class DcatResource {

    private final Datasets datasets;
    private final PublicAddress address;

    DcatResource(Datasets datasets, PublicAddress address) {
        this.datasets = datasets;
        this.address = address;
    }

    @GET
    @Produces(Format.JSON_LD_TYPE)
    public Representation catalog() {
        Held held = datasets.held();
        Map<String, Object> catalog = DcatCatalog.of(held.dataset(), address);
        if (catalog.isEmpty()) {
            throw new ProblemException(
                    ComparisonProblem.NOTHING_PUBLISHED,
                    new Text(
                            "Van geen enkele ronde zijn antwoorden gepubliceerd.",
                            "No answers of any round have been published."));
        }
        return new Representation(Format.JSON_LD, Json.content(catalog), null, false, List.of())
                .restingOn(Basis.everything(held));
    }
}
