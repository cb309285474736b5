package nl.wijkvergelijk.survey.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Severity;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.response.WarningCheck;
import nl.wijkvergelijk.survey.rule.RuleResult;

/** What may only be published as it is when a researcher says why; one for each code. */
@ApplicationScoped
class Warnings {

    private final Instance<WarningCheck> checks;

    Warnings(Instance<WarningCheck> checks) {
        this.checks = checks;
    }

    List<Blocker> of(Surveyed one) {
        return of(List.of(one)).get(one.code());
    }

    /** The same for many of one round, by municipality. */
    Map<String, List<Blocker>> of(List<Surveyed> many) {
        List<Responses.Found> all = many.stream().map(Surveyed::found).toList();
        List<Map<String, List<Blocker>>> noticed =
                checks.stream().map(check -> check.warnings(all)).toList();
        return many.stream().collect(Collectors.toMap(Surveyed::code, each -> Stream.concat(
                        ofAnswers(each).stream(),
                        noticed.stream().flatMap(its -> its.getOrDefault(each.code(), List.of()).stream()))
                .toList()));
    }

    private static List<Blocker> ofAnswers(Surveyed each) {
        Answers answers = each.answers();
        List<Blocker> warnings = new ArrayList<>();
        each.broken().stream()
                .filter(result -> result.severity().equals(Severity.WARNING.code()))
                .filter(result -> result.questions().stream().noneMatch(question -> isExplained(answers.to(question))))
                .forEach(result -> warnings.add(warning(result)));
        disputed(answers).ifPresent(warnings::add);
        uncited(each.uncited()).ifPresent(warnings::add);
        return warnings;
    }

    private static Blocker warning(RuleResult result) {
        return new Blocker(result.rule(), result.questions(), result.text());
    }

    /** All of them as one: the same reason holds for the first and for the last. */
    private static Optional<Blocker> uncited(List<RuleResult> results) {
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Blocker(
                                results.get(0).rule(),
                                results.stream()
                                        .flatMap(result -> result.questions().stream())
                                        .toList(),
                                new Text(
                                        "Deze getallen worden met andere gemeenten vergeleken, maar er staat niet bij waar ze vandaan komen. Noem bij elk de bron en de plaats daarin.",
                                        "These numbers are compared with other municipalities, but nothing says where they come from. Cite for each the evidence and the place in it.")));
    }

    /** A warning asks for a comment, at any of the answers it is about; a public note explains as well. */
    private static boolean isExplained(Optional<Answer> answer) {
        return answer.filter(each -> each.comment() != null || each.chosen().note() != null)
                .isPresent();
    }

    private static Optional<Blocker> disputed(Answers answers) {
        List<String> questions = answers.answered().stream()
                .filter(question -> answers.to(question)
                        .filter(answer -> answer.disputed() && answer.chosen().note() == null)
                        .isPresent())
                .toList();
        return Optional.of(questions)
                .filter(all -> !all.isEmpty())
                .map(all -> new Blocker(
                        "disputed-without-note",
                        all,
                        new Text(
                                "De bronnen spreken elkaar hier tegen. Zeg in een noot wat de lezer moet weten.",
                                "The sources contradict each other here. Say in a note what a reader should know.")));
    }
}
