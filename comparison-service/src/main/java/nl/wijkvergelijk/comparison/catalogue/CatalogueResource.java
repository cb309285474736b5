package nl.wijkvergelijk.comparison.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.Turns;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.Limits;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueResource {

    private final Datasets datasets;
    private final RequestLanguage language;
    private final Limits limits;
    private final Turns turns;

    CatalogueResource(Datasets datasets, RequestLanguage language, Limits limits, Turns turns) {
        this.datasets = datasets;
        this.language = language;
        this.limits = limits;
        this.turns = turns;
    }

    @GET
    @Path("rounds")
    public Representation rounds() {
        Held held = datasets.held();
        return Representation.json(RoundsView.of(held.dataset(), language.get()))
                .restingOn(Basis.everything(held));
    }

    @GET
    @Path("municipalities")
    public Representation municipalities() {
        Held held = datasets.held();
        return Representation.json(MunicipalitiesView.of(held.dataset())).restingOn(Basis.everything(held));
    }

    @GET
    @Path("municipalities/{code}")
    public Representation municipality(@PathParam("code") String code) {
        Held held = datasets.held();
        return MunicipalitiesView.find(held.dataset(), code)
                .map(found -> Representation.json(found).restingOn(Basis.everything(held)))
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("indicators")
    public Representation indicators() {
        Held held = datasets.held();
        return Representation.json(IndicatorsView.of(held.dataset().definitions(), language.get()))
                .restingOn(Basis.everything(held));
    }

    @GET
    @Path("indicators/{id}")
    public Representation indicator(@PathParam("id") String id) {
        Held held = datasets.held();
        Dataset dataset = held.dataset();
        return dataset.definitions()
                .indicator(id)
                .map(each -> Representation.json(IndicatorInFull.of(dataset, each, language.get()))
                        .restingOn(Basis.everything(held)))
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("config")
    public Representation config() {
        return Representation.json(ConfigView.of(turns.mostInAnswer(), limits.described()));
    }
}
