package nl.wijkvergelijk.survey.response;

import java.util.List;

/** What a feature has against a step of a response, beside the state it starts from and the rules on its answers. Every bean of this type is asked before each step. */
public interface StepCheck {

    /**
     * What is in the way; empty when nothing is, or when this step is none of the feature's business.
     *
     * @param onBehalf why a researcher takes the step in the municipality's place; null when not so
     */
    List<Blocker> blockers(Responses.Found found, Action action, String onBehalf);
}
