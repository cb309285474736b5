package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.survey.answer.FieldChange;

/**
 * What differs from one revision to another.
 *
 * @param against where it starts from; 0 is before the first
 * @param changes field by field, in the order of the questionnaire
 * @param revisions those in between that changed something, the oldest first
 */
record RevisionDiffView(int revision, int against, List<Change> changes, List<RevisionView> revisions) {

    /** One field, with the last revision in between that touched it, and all that did. */
    record Change(
            String question,
            String pointer,
            @JsonProperty("old") JsonNode before,
            @JsonProperty("new") JsonNode after,
            int revision,
            Instant savedAt,
            String author,
            String reason,
            String onBehalf,
            List<Integer> touchedBy) {

        /** @param touching not empty, the oldest first */
        static Change of(FieldChange change, List<RevisionView> touching) {
            RevisionView last = touching.get(touching.size() - 1);
            return new Change(
                    change.question(),
                    change.pointer(),
                    change.before(),
                    change.after(),
                    last.number(),
                    last.savedAt(),
                    last.author(),
                    last.reason(),
                    last.onBehalf(),
                    touching.stream().map(RevisionView::number).toList());
        }
    }
}
