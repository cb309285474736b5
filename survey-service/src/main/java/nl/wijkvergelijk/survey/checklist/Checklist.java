package nl.wijkvergelijk.survey.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.response.StepCheck;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.rule.RuleResult;

/** Says what stands between a response and its publication, and lets warnings pass. */
@ApplicationScoped
class Checklist {

    private final Responses responses;
    private final Warnings warnings;
    private final Passes passes;
    private final Instance<StepCheck> checks;
    private final Actors actors;
    private final Clock clock;

    Checklist(
            Responses responses,
            Warnings warnings,
            Passes passes,
            Instance<StepCheck> checks,
            Actors actors,
            Clock clock) {
        this.responses = responses;
        this.warnings = warnings;
        this.passes = passes;
        this.checks = checks;
        this.actors = actors;
        this.clock = clock;
    }

    @Transactional
    ChecklistView inPath(String round, String code) {
        return view(responses.inPath(round, code));
    }

    /** Passes warnings, for the present revision and as they are now. */
    @Transactional
    ChecklistView pass(String round, String code, Body body) {
        Responses.Found found = responses.toChange(round, code);
        PassWrite written = body.as(PassWrite.class);
        List<Item> listed = warnings(responses.surveyed(found));
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < written.codes().size(); i++) {
            String asked = written.codes().get(i);
            if (listed.stream().noneMatch(item -> item.code().equals(asked))) {
                errors.add(InputError.body(
                        "/codes/" + i,
                        "no-such-warning",
                        new Text(
                                "Deze waarschuwing staat nu niet op de lijst; een fout is niet door te laten.",
                                "This warning is not on the list now; an error cannot be passed.")));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        HashSet<String> codes = new HashSet<>(written.codes());
        passes.add(
                found,
                listed.stream().filter(item -> codes.contains(item.code())).toList(),
                new Act(actors.current(), clock.instant(), written.reason(), null));
        return view(found);
    }

    /** What the answers themselves have against publication: broken rules, and warnings that nobody has passed. */
    List<Blocker> blockers(Responses.Found found) {
        Surveyed judged = responses.surveyed(found);
        return blockers(List.of(judged)).get(judged.code());
    }

    /** The same for many of one round, by municipality. */
    Map<String, List<Blocker>> blockers(List<Surveyed> many) {
        Map<String, List<Blocker>> listed = warnings.of(many);
        Set<Passes.Passed> passed = passes.of(many);
        return many.stream().collect(Collectors.toMap(Surveyed::code, each -> Stream.concat(
                        broken(each).map(Item::blocker),
                        listed.getOrDefault(each.code(), List.of()).stream()
                                .filter(warning -> !passed.contains(Passes.Passed.of(each, warning))))
                .toList()));
    }

    private ChecklistView view(Responses.Found found) {
        Surveyed judged = responses.surveyed(found);
        List<Item> items = Stream.of(
                        notApproved(found).stream(), broken(judged), steps(found), warnings(judged).stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
        return new ChecklistView(
                found.response().revision(),
                found.response().state(),
                items.stream().noneMatch(Item::blocks),
                items);
    }

    private Optional<Item> notApproved(Responses.Found found) {
        State state = found.response().state();
        return Optional.of(new Blocker(
                        "not-approved",
                        List.of(),
                        new Text(
                                "De vragenlijst is nog niet goedgekeurd; de stand is %s.".formatted(state.dutch()),
                                "The response is not approved yet; it is %s.".formatted(state.code()))))
                .filter(blocker -> !isApproved(state))
                .map(Item::error);
    }

    private static Stream<Item> broken(Surveyed judged) {
        return judged.broken().stream()
                .filter(RuleResult::blocks)
                .map(result -> Item.error(new Blocker(result.rule(), result.questions(), result.text())));
    }

    /** What the features say of the steps that are still to be taken. */
    private Stream<Item> steps(Responses.Found found) {
        Stream<Action> ahead = isApproved(found.response().state())
                ? Stream.of(Action.PUBLISH)
                : Stream.of(Action.APPROVE, Action.PUBLISH);
        return ahead.flatMap(action -> checks.stream()
                .filter(check -> !(check instanceof ChecklistCheck))
                .flatMap(check -> check.blockers(found, action, null).stream())
                .map(Item::error));
    }

    private List<Item> warnings(Surveyed judged) {
        return warnings.of(judged).stream()
                .map(Item::warning)
                .map(warning -> passes.find(judged.found(), warning))
                .toList();
    }

    private static boolean isApproved(State state) {
        return state == State.APPROVED || state == State.PUBLISHED;
    }
}
