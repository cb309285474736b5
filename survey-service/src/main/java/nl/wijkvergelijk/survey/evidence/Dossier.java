package nl.wijkvergelijk.survey.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.ResponseKey;
import nl.wijkvergelijk.survey.response.Responses;

/** The documents and interviews on file for a response. They can be corrected, in every state of the response; nothing is taken out. */
@ApplicationScoped
class Dossier {

    private final Responses responses;
    private final EvidenceRows rows;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Dossier(Responses responses, EvidenceRows rows, History history, Actors actors, Clock clock) {
        this.responses = responses;
        this.rows = rows;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** What is asked for of everything on file; the query is read only when there is such a response. */
    @Transactional
    EvidenceList all(String round, String code, Supplier<EvidenceList.Query> asked) {
        ResponseKey key = responses.inPath(round, code).response().key();
        return asked.get().of(rows.all(key));
    }

    /** One piece, or 404. */
    @Transactional
    EvidenceView one(String round, String code, String id) {
        return found(responses.inPath(round, code).response().key(), id);
    }

    @Transactional
    EvidenceView add(String round, String code, Body body) {
        ResponseKey key = responses.toChange(round, code).response().key();
        EvidenceWrite written = body.as(EvidenceWrite.class);
        Entry entry = written.entry().checked(null);
        String id = written.id() == null ? nextNumber(key) : written.id();
        if (rows.find(key, id).isPresent()) {
            throw new ProblemException(
                    SurveyProblem.EVIDENCE_EXISTS,
                    new Text(
                            "Er is hier al een bron met de id '%s'.".formatted(id),
                            "There is evidence with the id '%s' here already.".formatted(id)));
        }
        List<EvidenceRows.Filed> filed =
                List.of(new EvidenceRows.Filed(id, entry, new Act(actors.current(), clock.instant(), null, null)));
        rows.addAll(key, filed);
        recordAdded(key, filed);
        return found(key, id);
    }

    /** Describes evidence anew; what changes nothing leaves no trace. */
    @Transactional
    EvidenceView correct(String round, String code, String id, String ifMatch, Body body) {
        ResponseKey key = responses.toChange(round, code).response().key();
        EvidenceView now = found(key, id);
        ETags.requireMatch(ifMatch, now.tag());
        EvidenceCorrection written = body.as(EvidenceCorrection.class);
        Entry entry = written.entry().checked(now.entry());
        if (!entry.equals(now.entry())) {
            Instant at = clock.instant();
            rows.correct(key, id, entry, at);
            record(key, id, "correct", entry, new Act(actors.current(), at, written.reason(), null));
        }
        return found(key, id);
    }

    /**
     * A file that is on disk by now.
     *
     * @param isFirst whether the document had none before
     */
    record Attached(StoredFile file, boolean isFirst) {}

    /** Names the file of a document, unless somebody else was before. The file it had stays on disk, and its name in the history. */
    @Transactional
    Attached attach(String round, String code, String id, String ifMatch, StoredFile file) {
        ResponseKey key = responses.toChange(round, code).response().key();
        StoredFile before = found(key, id).file();
        EvidenceFiles.requireMatch(ifMatch, before);
        if (!file.equals(before)) {
            Instant at = clock.instant();
            rows.attach(key, id, file, at);
            record(
                    key,
                    id,
                    before == null ? "attach-file" : "replace-file",
                    file,
                    new Act(actors.current(), at, null, null));
        }
        return new Attached(file, before == null);
    }

    EvidenceView found(ResponseKey key, String id) {
        return Optional.of(id)
                .filter(i -> i.matches(EvidenceView.ID))
                .flatMap(i -> rows.find(key, i))
                .orElseThrow(ProblemException::notFound);
    }

    /** Keeps in the history what was put on file. */
    void recordAdded(ResponseKey key, List<EvidenceRows.Filed> filed) {
        history.addAll(filed.stream()
                .map(each -> new History.Happened(event(key, each.id(), "add", each.entry()), each.act()))
                .toList());
    }

    /** Keeps in the history what the evidence says from now on. */
    private void record(ResponseKey key, String id, String action, Object content, Act act) {
        history.add(event(key, id, action, content), act);
    }

    private Event event(ResponseKey key, String id, String action, Object content) {
        ObjectNode kept = (ObjectNode) rows.tree(content);
        return new Event(
                Event.Subject.EVIDENCE,
                key.round(),
                key.municipality(),
                action,
                null,
                null,
                null,
                null,
                kept.put("id", id),
                id);
    }

    private String nextNumber(ResponseKey key) {
        Set<String> taken = rows.all(key).stream().map(EvidenceView::id).collect(Collectors.toSet());
        return IntStream.iterate(taken.size() + 1, n -> n + 1)
                .mapToObj(String::valueOf)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }
}
