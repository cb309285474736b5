package nl.wijkvergelijk.survey.questionnaire;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

@Path("/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
class QuestionnaireResource {

    private final Questionnaires questionnaires;

    QuestionnaireResource(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    record QuestionnaireList(List<Item> questionnaires) {

        record Item(String id, int version, Text title, String href) {

            static Item of(Questionnaire q) {
                return new Item(
                        q.id(),
                        q.version(),
                        q.title(),
                        "/v1/questionnaires/%s/versions/%d".formatted(q.id(), q.version()));
            }
        }
    }

    @GET
    public QuestionnaireList all() {
        return new QuestionnaireList(
                questionnaires.all().stream().map(QuestionnaireList.Item::of).toList());
    }

    @GET
    @Path("/{id}/versions/{version}")
    public Questionnaire one(@PathParam("id") String id, @PathParam("version") String version) {
        return Optional.of(version)
                .filter(number -> number.matches("[0-9]{1,9}"))
                .flatMap(number -> questionnaires.find(id, Integer.parseInt(number)))
                .orElseThrow(ProblemException::notFound);
    }
}
