package nl.wijkvergelijk.comparison.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.RequestLanguage;

@Path("/rounds/{round}/groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupsResource {

    private final Datasets datasets;
    private final RoundAt rounds;
    private final RequestLanguage language;

    GroupsResource(Datasets datasets, RoundAt rounds, RequestLanguage language) {
        this.datasets = datasets;
        this.rounds = rounds;
        this.language = language;
    }

    @GET
    public Representation groups(@PathParam("round") String round, @QueryParam("dataset") String dataset) {
        Held held = datasets.held();
        RoundAt.Found found = rounds.inPath(held, round, dataset);
        return new Representation(
                        Format.JSON,
                        Json.content(GroupsView.of(found.dataset(), round, language.get())),
                        null,
                        found.pinned(),
                        found.superseded()
                                ? List.of(LatestVersion.link(
                                        "/v1/rounds/%s/groups".formatted(round),
                                        held.dataset().version(round)))
                                : List.of())
                .restingOn(Basis.everything(held));
    }
}
