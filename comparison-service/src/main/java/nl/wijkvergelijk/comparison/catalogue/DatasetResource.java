package nl.wijkvergelijk.comparison.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Representation;

@Path("/datasets")
class DatasetResource {

    private final Datasets datasets;

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Representation datasets(@QueryParam("before") String before, @QueryParam("limit") String limit) {
        return DatasetPages.page(datasets.held(), before, limit);
    }
}
