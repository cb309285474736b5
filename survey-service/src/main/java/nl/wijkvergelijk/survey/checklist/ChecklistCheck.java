package nl.wijkvergelijk.survey.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.StepCheck;
import nl.wijkvergelijk.survey.response.Surveyed;

/** Nothing is published with a broken rule, or with a warning that nobody has passed. */
@ApplicationScoped
class ChecklistCheck implements StepCheck {

    private final Checklist checklist;

    ChecklistCheck(Checklist checklist) {
        this.checklist = checklist;
    }

    @Override
    public List<Blocker> blockers(Responses.Found found, Action action, String onBehalf) {
        return action == Action.PUBLISH ? checklist.blockers(found) : List.of();
    }

    @Override
    public Map<String, List<Blocker>> againstPublishing(List<Surveyed> many) {
        return checklist.blockers(many);
    }
}
