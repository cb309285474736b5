package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.AnswerDiff;
import nl.wijkvergelijk.survey.answer.FieldChange;

/** Tells what differs between two revisions, and by whose hand. */
@ApplicationScoped
class RevisionDiffs {

    private final Responses responses;
    private final Revisions revisions;

    RevisionDiffs(Responses responses, Revisions revisions) {
        this.responses = responses;
        this.revisions = revisions;
    }

    /** From the revision {@code against} (the one before when null, 0 for nothing at all) to the one in the path. */
    @Transactional
    RevisionDiffView of(String round, String code, String number, String against) {
        Responses.Found found = responses.inPath(round, code);
        int to = responses.revision(round, code, number).number();
        int from = against == null ? to - 1 : known(against, found.response().revision());
        ResponseKey key = found.response().key();
        Map<RevisionView, List<FieldChange>> steps = steps(key, Math.min(from, to), Math.max(from, to));
        List<FieldChange> net = AnswerDiff.of(
                revisions.answers(key, from, found.questionnaire()).toJson(),
                revisions.answers(key, to, found.questionnaire()).toJson());
        return new RevisionDiffView(
                to,
                from,
                net.stream()
                        .map(change -> RevisionDiffView.Change.of(change, touching(change, steps)))
                        .toList(),
                List.copyOf(steps.keySet()));
    }

    private Map<RevisionView, List<FieldChange>> steps(ResponseKey key, int after, int upTo) {
        Map<RevisionView, List<FieldChange>> steps = new LinkedHashMap<>();
        JsonNode before = after == 0
                ? JsonNodeFactory.instance.objectNode()
                : revisions.find(key, after).orElseThrow().answers();
        for (int number = after + 1; number <= upTo; number++) {
            RevisionView revision = revisions.find(key, number).orElseThrow();
            List<FieldChange> changes = AnswerDiff.of(before, revision.answers());
            if (!changes.isEmpty()) {
                steps.put(revision.withoutAnswers(), changes);
            }
            before = revision.answers();
        }
        return steps;
    }

    private static List<RevisionView> touching(FieldChange change, Map<RevisionView, List<FieldChange>> steps) {
        List<RevisionView> touching = new ArrayList<>();
        steps.forEach((revision, changes) -> {
            if (changes.stream().anyMatch(change::concerns)) {
                touching.add(revision);
            }
        });
        return touching;
    }

    private static int known(String against, int last) {
        if (!against.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(against) > last) {
            throw ProblemException.invalid(InputError.query(
                    "against",
                    "unknown-revision",
                    new Text(
                            "Kies een revisie van 0 (niets) tot en met %d.".formatted(last),
                            "Choose a revision from 0 (nothing) to %d.".formatted(last))));
        }
        return Integer.parseInt(against);
    }
}
