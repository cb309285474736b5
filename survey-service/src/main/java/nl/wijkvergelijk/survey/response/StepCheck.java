package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a feature has against a step of a response, beside the state it starts from and the rules on its answers. Every bean of this type is asked before each step. */
public interface StepCheck {

    /**
     * What is in the way; empty when nothing is, or when this step is none of the feature's business.
     *
     * @param onBehalf why a researcher takes the step in the municipality's place; null when not so
     */
    List<Blocker> blockers(Responses.Found found, Action action, String onBehalf);

    /** What is in the way of publishing many of one round together, by municipality. Whoever has to look it up does so for all with one statement. */
    default Map<String, List<Blocker>> againstPublishing(List<Surveyed> many) {
        return many.stream()
                .collect(Collectors.toMap(Surveyed::code, each -> blockers(each.found(), Action.PUBLISH, null)));
    }
}
