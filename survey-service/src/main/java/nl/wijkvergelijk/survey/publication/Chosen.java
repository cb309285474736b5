package nl.wijkvergelijk.survey.publication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;

/** What is to become public together, or to be taken back. */
public abstract class Chosen<P extends Publishable> {

    private final List<P> chosen;

    protected Chosen(List<P> chosen) {
        this.chosen = chosen;
    }

    protected List<P> chosen() {
        return chosen;
    }

    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** The latest earlier publication that these replace something of. */
    public Optional<Long> corrects() {
        return chosen.stream()
                .filter(Publishable::isDraft)
                .map(Publishable::publishedSequence)
                .filter(Objects::nonNull)
                .max(Long::compare);
    }

    /** Makes each remember that it is public now, or no longer. */
    public void published(long sequence, Act act, History history) {
        history.addAll(chosen.stream()
                .map(each -> new History.Happened(each.published(sequence), act))
                .toList());
        Constraints.keepAll(chosen);
    }

    /** What is in the way where something is public, or taken back, as it is. */
    public List<Map<String, Object>> unchanged() {
        return chosen.stream()
                .filter(each -> !each.isDraft())
                .map(each -> blocker(
                        each.state(),
                        "%s is al %s.".formatted(each.id(), each.isPublished() ? "gepubliceerd" : "ingetrokken"),
                        "%s is %s already.".formatted(each.id(), each.state())))
                .toList();
    }

    /** One thing in the way. */
    public static Map<String, Object> blocker(String code, String nl, String en) {
        return Map.of("code", code, "questions", List.of(), "detail", new Text(nl, en));
    }
}
