package nl.wijkvergelijk.survey.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.wijkvergelijk.survey.request.Tagged;

/** A finding as it is shown to researchers. */
record FindingView(
        String round,
        String id,
        String theme,
        String kind,
        Wording text,
        int order,
        String parent,
        List<String> indicators,
        List<String> municipalities,
        List<String> relatedThemes,
        JsonNode evidence,
        String state,
        boolean withdrawn,
        int revision,
        Published published,
        @JsonIgnore String tag)
        implements Tagged {

    record Published(int revision, long sequence) {}

    static FindingView of(Finding finding, FindingContent content) {
        return new FindingView(
                finding.round(),
                finding.id(),
                content.theme(),
                content.kind(),
                content.text(),
                content.order(),
                content.parent(),
                content.indicators(),
                content.municipalities(),
                content.relatedThemes(),
                content.evidence(),
                finding.state(),
                finding.isWithdrawn(),
                finding.revision(),
                finding.publishedSequence() == null
                        ? null
                        : new Published(finding.publishedRevision(), finding.publishedSequence()),
                finding.tag());
    }
}
