package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.List;
import nl.wijkvergelijk.survey.answer.AnswerDiff;
import nl.wijkvergelijk.survey.answer.FieldChange;
import nl.wijkvergelijk.survey.preview.PreviewView;
import nl.wijkvergelijk.survey.rule.Completeness;
import nl.wijkvergelijk.survey.rule.RuleResult;
import nl.wijkvergelijk.survey.rule.Rules;

/**
 * What a save would do, of which nothing is stored.
 *
 * @param revision the number of the present revision; 0 when there is none
 * @param wouldBeRevision the number it would get; the present one when nothing would change
 * @param diff from the present answers to those proposed
 * @param comparison what would change for readers, were it published
 * @param submittable whether the rules would let it be submitted
 */
record SavePreview(
        int revision,
        int wouldBeRevision,
        List<FieldChange> diff,
        boolean submittable,

        @JsonIncludeProperties({"rule", "severity", "questions", "text"})
        List<RuleResult> results,

        Completeness completeness,
        PreviewView comparison) {

    static SavePreview of(Responses.Found found, Proposal proposal, PreviewView comparison) {
        int revision = found.response().revision();
        List<RuleResult> results = Rules.judge(found.questionnaire(), proposal.after());
        return new SavePreview(
                revision,
                proposal.isRevision() ? revision + 1 : revision,
                AnswerDiff.of(proposal.before().toJson(), proposal.after().toJson()),
                results.stream().noneMatch(RuleResult::blocks),
                results,
                Completeness.of(found.questionnaire(), proposal.after()),
                comparison);
    }
}
