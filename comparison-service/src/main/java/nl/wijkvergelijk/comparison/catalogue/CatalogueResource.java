package nl.wijkvergelijk.comparison.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.Limits;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueResource {

    private final Datasets datasets;
    private final RequestLanguage language;
    private final Limits limits;

    CatalogueResource(Datasets datasets, RequestLanguage language, Limits limits) {
        this.datasets = datasets;
        this.language = language;
        this.limits = limits;
    }

    @GET
    @Path("rounds")
    public Representation rounds() {
        return Representation.json(RoundsView.of(datasets.held().dataset(), language.get()));
    }

    @GET
    @Path("municipalities")
    public Representation municipalities() {
        return Representation.json(MunicipalitiesView.of(datasets.held().dataset()));
    }

    @GET
    @Path("municipalities/{code}")
    public Representation municipality(@PathParam("code") String code) {
        return MunicipalitiesView.find(datasets.held().dataset(), code)
                .map(Representation::json)
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("indicators")
    public Representation indicators() {
        return Representation.json(IndicatorsView.of(datasets.held().dataset().definitions(), language.get()));
    }

    @GET
    @Path("indicators/{id}")
    public Representation indicator(@PathParam("id") String id) {
        Dataset dataset = datasets.held().dataset();
        return dataset.definitions()
                .indicator(id)
                .map(each -> Representation.json(IndicatorInFull.of(dataset, each, language.get())))
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("config")
    public Representation config() {
        return Representation.json(ConfigView.of(limits.described()));
    }
}
