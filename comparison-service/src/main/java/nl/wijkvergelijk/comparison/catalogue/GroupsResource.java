package nl.wijkvergelijk.comparison.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/rounds/{round}/groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupsResource {

    private final Datasets datasets;
    private final RequestLanguage language;

    GroupsResource(Datasets datasets, RequestLanguage language) {
        this.datasets = datasets;
        this.language = language;
    }

    @GET
    public Representation groups(@PathParam("round") String round, @QueryParam("dataset") String dataset) {
        Held held = datasets.held();
        if (!held.dataset().rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        QueryReader query = new QueryReader();
        OptionalLong version = query.number("dataset", dataset, Long.MAX_VALUE);
        query.refuseErrors();
        Dataset at = version.isPresent() ? datasets.at(held, version.getAsLong(), round) : held.dataset();
        if (!at.rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        return new Representation(
                Format.JSON,
                Json.bytes(GroupsView.of(at, round, language.get())),
                null,
                version.isPresent(),
                at == held.dataset()
                        ? List.of()
                        : List.of(LatestVersion.link(
                                "/v1/rounds/%s/groups".formatted(round),
                                held.dataset().version(round))));
    }
}
