package nl.wijkvergelijk.survey.finding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.PublishedFinding;

/** Findings that are to become public together, or to be taken back. */
public final class ChosenFindings {

    private final List<Finding> findings;
    private final Function<Finding, FindingContent> content;

    ChosenFindings(List<Finding> findings, Function<Finding, FindingContent> content) {
        this.findings = findings;
        this.content = content;
    }

    /** No findings at all. */
    public static ChosenFindings none() {
        return new ChosenFindings(List.of(), finding -> null);
    }

    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /** The latest earlier publication that these replace something of. */
    public Optional<Long> corrects() {
        return findings.stream()
                .filter(finding -> finding.state().equals(Finding.DRAFT))
                .map(Finding::publishedSequence)
                .filter(Objects::nonNull)
                .max(Long::compare);
    }

    /** The rows to publish. */
    public List<PublishedFinding> rows() {
        return findings.stream().map(this::row).toList();
    }

    private PublishedFinding row(Finding finding) {
        FindingContent said = content.apply(finding);
        Theme theme = Links.theme(said.theme()).orElseThrow();
        if (finding.isWithdrawn()) {
            return PublishedFinding.withdrawn(
                    finding.key().round(),
                    finding.key().id(),
                    theme.code(),
                    theme.label(),
                    said.kind(),
                    position(theme, said));
        }
        return new PublishedFinding(
                finding.key().round(),
                finding.key().id(),
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

    /** Makes each remember that it is public now, or no longer. */
    public void published(long sequence, Act act, History history) {
        for (Finding finding : findings) {
            finding.published(sequence, act, history);
            Constraints.keep(finding);
        }
    }

    /** What is in the way where a finding says nothing new. */
    List<Map<String, Object>> unchanged() {
        return findings.stream()
                .filter(finding -> !finding.state().equals(Finding.DRAFT))
                .map(finding -> blocker(
                        finding.state(),
                        "%s is al %s."
                                .formatted(
                                        finding.key().id(),
                                        finding.state().equals(Finding.PUBLISHED) ? "gepubliceerd" : "ingetrokken"),
                        "%s is %s already.".formatted(finding.key().id(), finding.state())))
                .toList();
    }

    static Map<String, Object> blocker(String code, String nl, String en) {
        return Map.of("code", code, "questions", List.of(), "detail", new Text(nl, en));
    }
}
