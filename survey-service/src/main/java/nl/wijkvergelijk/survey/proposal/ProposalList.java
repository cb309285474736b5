package nl.wijkvergelijk.survey.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * What is still to be decided of a municipality's earlier answers.
 *
 * @param revision of the present answers, 0 before the first save
 * @param tag of the present answers; goes with a decision, unless there are none
 * @param from null when nothing was ever proposed
 * @param notProposed earlier answers that do not fit a question of this round
 */
public record ProposalList(
        String round,
        String municipality,
        int revision,
        @JsonIgnore String tag,
        From from,
        List<Proposed> proposals,
        List<NotProposed> notProposed) {

    /** Where they come from. */
    public record From(String round, int revision) {}

    /**
     * One answer to confirm or dismiss.
     *
     * @param question also its id
     * @param answer without what it cited then
     */
    public record Proposed(String question, String fromRound, int fromRevision, JsonNode answer) {}

    /** One that is not proposed, and why. */
    public record NotProposed(String question, String code, Text detail) {}
}
