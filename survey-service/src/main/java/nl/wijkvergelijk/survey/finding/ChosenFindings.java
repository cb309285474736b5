package nl.wijkvergelijk.survey.finding;

import java.util.List;
import java.util.function.Function;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.publication.Chosen;
import nl.wijkvergelijk.survey.publication.PublishedFinding;

/** Findings that are to become public together, or to be taken back. */
public final class ChosenFindings extends Chosen<Finding> {

    private final Function<Finding, FindingContent> content;

    ChosenFindings(List<Finding> findings, Function<Finding, FindingContent> content) {
        super(findings);
        this.content = content;
    }

    /** No findings at all. */
    public static ChosenFindings none() {
        return new ChosenFindings(List.of(), finding -> null);
    }

    /** The rows to publish. */
    public List<PublishedFinding> rows() {
        return chosen().stream().map(this::row).toList();
    }

    private PublishedFinding row(Finding finding) {
        FindingContent said = content.apply(finding);
        Theme theme = Links.theme(said.theme()).orElseThrow();
        if (finding.isWithdrawn()) {
            return PublishedFinding.withdrawn(
                    finding.round(), finding.id(), theme.code(), theme.label(), said.kind(), position(theme, said));
        }
        return new PublishedFinding(
                finding.round(),
                finding.id(),
                theme.code(),
                theme.label(),
                said.kind(),
                position(theme, said),
                said.parent(),
                new Text(said.text().nl(), said.text().en()),
                said.indicators(),
                said.municipalities(),
                said.relatedThemes(),
                said.evidence().toString(),
                false);
    }

    /** Its place in the whole round: theme after theme. */
    private static int position(Theme theme, FindingContent said) {
        return theme.ordinal() * 1_000_000 + said.order();
    }
}
