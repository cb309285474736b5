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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Entry> known = new HashMap<>();
        if (!evidence.isEmpty()) {
            rows.all(key).forEach(view -> known.put(view.id(), view.entry()));
        }
        List<EvidenceRows.Filed> added = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            String at = "/evidence/" + i;
            try {
                file(evidence.get(i), known).ifPresent(added::add);
            } catch (ProblemException e) {
                e.errors()
                        .forEach(error ->
                                errors.add(InputError.body(at + error.pointer(), error.code(), error.detail())));
            } catch (BadRequestException e) {
                InputError error = JsonErrors.of((JsonProcessingException) e.getCause());
                errors.add(InputError.body(at + error.pointer(), error.code(), error.detail()));
            }
        }
        rows.addAll(key, added);
        dossier.recordAdded(key, added);
        return added.size();
    }

    private Optional<EvidenceRows.Filed> file(JsonNode sent, Map<String, Entry> known) {
        EvidenceWrite written =
                bodies.of(sent.toString().getBytes(StandardCharsets.UTF_8)).as(EvidenceWrite.class);
        if (written.id() == null) {
            throw refusal("required", "Geef elke bron een id.", "Give each piece of evidence an id.");
        }
        Entry entry = written.entry().checked(null);
        Entry before = known.putIfAbsent(written.id(), entry);
        if (before == null) {
            return Optional.of(new EvidenceRows.Filed(
                    written.id(), entry, new Act(actors.current(), clock.instant(), null, null)));
        }
        if (!before.equals(entry)) {
            throw refusal(
                    "evidence-differs",
                    "Deze bron is er al en luidt anders; verbeter hem op zijn eigen adres.",
                    "This evidence is there already and reads otherwise; correct it at its own address.");
        }
        return Optional.empty();
    }

    private static ProblemException refusal(String code, String nl, String en) {
        return ProblemException.invalid(InputError.body("/id", code, new Text(nl, en)));
    }

    /** All of many responses of a round as {@link #file} takes it, by municipality and in the order of the ids; who has nothing on file is absent. */
    @Transactional
    public Map<String, List<ObjectNode>> of(String round, Collection<String> municipalities) {
        Map<String, List<ObjectNode>> all = new HashMap<>();
        rows.all(round, String.join(",", municipalities)).forEach((code, views) -> all.put(code, sendable(views)));
        return all;
    }

    private List<ObjectNode> sendable(List<EvidenceView> views) {
        return views.stream()
                .sorted(Comparator.comparing(EvidenceView::id))
                .map(view -> {
                    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", view.id());
                    node.setAll((ObjectNode) rows.tree(view.entry()));
                    return node;
                })
                .toList();
    }
}
