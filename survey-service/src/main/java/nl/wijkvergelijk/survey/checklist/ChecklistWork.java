package nl.wijkvergelijk.survey.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.OpenWork;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.rule.RuleResult;
import nl.wijkvergelijk.survey.rule.Rules;

/** What the answers themselves have against publication, counted: questions to answer, broken rules, and warnings that nobody has passed. */
@ApplicationScoped
class ChecklistWork implements OpenWork {

    private final Warnings warnings;
    private final Passes passes;

    ChecklistWork(Warnings warnings, Passes passes) {
        this.warnings = warnings;
        this.passes = passes;
    }

    @Override
    public Map<String, List<Work>> of(List<Surveyed> many) {
        Map<String, List<Blocker>> listed = warnings.of(many);
        Set<Passes.Passed> passed = passes.of(many);
        return many.stream()
                .collect(Collectors.toMap(
                        Surveyed::code, each -> work(each, listed.getOrDefault(each.code(), List.of()), passed)));
    }

    private static List<Work> work(Surveyed each, List<Blocker> listed, Set<Passes.Passed> passed) {
        List<RuleResult> errors =
                each.broken().stream().filter(RuleResult::blocks).toList();
        long unanswered = errors.stream()
                .filter(error -> error.rule().equals(Rules.REQUIRED))
                .count();
        long warned = listed.stream()
                .filter(warning -> !passed.contains(Passes.Passed.of(each, warning)))
                .count();
        return Stream.of(
                        new Work(Rules.REQUIRED, (int) unanswered),
                        new Work("broken-rule", (int) (errors.size() - unanswered)),
                        new Work("warning-not-passed", (int) warned))
                .filter(work -> work.count() > 0)
                .toList();
    }
}
