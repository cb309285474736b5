package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;

/** Asks all features what they have against a step. */
@ApplicationScoped
class StepChecks {

    private final Instance<StepCheck> checks;

    StepChecks(Instance<StepCheck> checks) {
        this.checks = checks;
    }

    /** Refuses a step with everything that is in its way. */
    void refuseBlocked(Responses.Found found, Action action, String onBehalf) {
        refuse(
                blockers(found, action, onBehalf).toList(),
                new Text("Doe eerst wat in blocking staat.", "First do what blocking lists."));
    }

    /** Refuses to publish these together unless each of them can be published; says of each what is in its way. */
    void refuseUnpublishable(List<Surveyed> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        List<Map<String, List<Blocker>>> against =
                checks.stream().map(check -> check.againstPublishing(chosen)).toList();
        refuse(
                chosen.stream()
                        .map(Surveyed::code)
                        .flatMap(code -> against.stream()
                                .flatMap(its -> its.getOrDefault(code, List.of()).stream())
                                .distinct()
                                .map(blocker -> blocker.of(code)))
                        .toList(),
                new Text(
                        "Niets is gepubliceerd. Doe eerst wat in blocking staat; GET …/checklist toont het per gemeente.",
                        "Nothing was published. First do what blocking lists; GET …/checklist shows it for each municipality."));
    }

    /** What is in the way of a step. */
    Stream<Blocker> blockers(Responses.Found found, Action action, String onBehalf) {
        return checks.stream()
                .flatMap(check -> check.blockers(found, action, onBehalf).stream())
                .distinct();
    }

    private static void refuse(List<Blocker> blocking, Text detail) {
        if (!blocking.isEmpty()) {
            throw Blocker.refusal(SurveyProblem.TRANSITION_NOT_POSSIBLE, detail, blocking);
        }
    }
}
