package nl.wijkvergelijk.survey.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.JsonErrors;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.request.Bodies;
import nl.wijkvergelijk.survey.response.ResponseKey;

/** Takes and gives all evidence of a response at once, without its files. */
@ApplicationScoped
public class Filing {

    private final Dossier dossier;
    private final EvidenceRows rows;
    private final Bodies bodies;
    private final Actors actors;
    private final Clock clock;

    Filing(Dossier dossier, EvidenceRows rows, Bodies bodies, Actors actors, Clock clock) {
        this.dossier = dossier;
        this.rows = rows;
        this.bodies = bodies;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Puts on file what is not there yet; the response is locked. What is there otherwise is refused: it is corrected at its own address.
     *
     * @param errors what is wrong is added here, pointers beginning with {@code /evidence}
     * @return how many were added
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int file(ResponseKey key, List<JsonNode> evidence, List<InputError> errors) {
        int added = 0;
        for (int i = 0; i < evidence.size(); i++) {
            String at = "/evidence/" + i;
            try {
                added += file(key, evidence.get(i)) ? 1 : 0;
            } catch (ProblemException e) {
                e.errors()
                        .forEach(error ->
                                errors.add(InputError.body(at + error.pointer(), error.code(), error.detail())));
            } catch (BadRequestException e) {
                InputError error = JsonErrors.of((JsonProcessingException) e.getCause());
                errors.add(InputError.body(at + error.pointer(), error.code(), error.detail()));
            }
        }
        return added;
    }

    private boolean file(ResponseKey key, JsonNode sent) {
        EvidenceWrite written =
                bodies.of(sent.toString().getBytes(StandardCharsets.UTF_8)).as(EvidenceWrite.class);
        if (written.id() == null) {
            throw refusal("required", "Geef elke bron een id.", "Give each piece of evidence an id.");
        }
        Entry entry = written.entry().checked(null);
        Optional<EvidenceView> known = rows.find(key, written.id());
        if (known.isEmpty()) {
            Act act = new Act(actors.current(), clock.instant(), null, null);
            rows.add(key, written.id(), entry, act.at());
            dossier.record(key, written.id(), "add", entry, act);
            return true;
        }
        if (!known.get().entry().equals(entry)) {
            throw refusal(
                    "evidence-differs",
                    "Deze bron is er al en luidt anders; verbeter hem op zijn eigen adres.",
                    "This evidence is there already and reads otherwise; correct it at its own address.");
        }
        return false;
    }

    private static ProblemException refusal(String code, String nl, String en) {
        return ProblemException.invalid(InputError.body("/id", code, new Text(nl, en)));
    }

    /** All of a response as {@link #file} takes it, in the order of the ids. */
    @Transactional
    public List<ObjectNode> of(ResponseKey key) {
        return rows.all(key).stream()
                .sorted(Comparator.comparing(EvidenceView::id))
                .map(view -> {
                    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", view.id());
                    node.setAll((ObjectNode) rows.tree(view.entry()));
                    return node;
                })
                .toList();
    }
}
