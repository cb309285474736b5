package nl.wijkvergelijk.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.proposal.ProposalList;
import nl.wijkvergelijk.survey.proposal.Proposals;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** Shows the answers of an earlier round that wait for a decision, by section of the present questionnaire. */
@ApplicationScoped
class Earlier {

    /** So many are taken in at a glance; more are folded, section by section. */
    private static final int FEW = 8;

    /** Before the name of a question that was ticked, among what the reader sent. */
    static final String TICK = "tick-";

    private final Proposals proposals;

    Earlier(Proposals proposals) {
        this.proposals = proposals;
    }

    /** What is left to decide; empty for nothing. */
    Optional<Sheet.Proposals> of(
            Visit visit, Questionnaire questionnaire, AnswerWords words, boolean canDecide, Map<String, String> typed) {
        ProposalList list = proposals.of(visit.round(), visit.code());
        if (list.proposals().isEmpty()) {
            return Optional.empty();
        }
        Map<String, ProposalList.Proposed> open = new LinkedHashMap<>();
        list.proposals().forEach(each -> open.put(each.question(), each));
        List<Sheet.Chapter> chapters = questionnaire.sections().stream()
                .map(section -> {
                    List<Sheet.Proposed> answers = section.questions().stream()
                            .filter(question -> open.containsKey(question.id()))
                            .map(question -> proposed(question, open.get(question.id()), words, typed))
                            .toList();
                    return new Sheet.Chapter(
                            section.id(),
                            section.title() == null
                                    ? section.id()
                                    : section.title().in(visit.language()),
                            open.size() <= FEW || answers.stream().anyMatch(Sheet.Proposed::ticked),
                            answers);
                })
                .filter(chapter -> !chapter.answers().isEmpty())
                .toList();
        return Optional.of(new Sheet.Proposals(
                list.from().round(),
                open.size(),
                list.revision() == 0 ? "" : list.tag(),
                canDecide,
                chapters,
                unfit(list, questionnaire, words, visit.language())));
    }

    private static Sheet.Proposed proposed(
            Question question, ProposalList.Proposed proposed, AnswerWords words, Map<String, String> typed) {
        return new Sheet.Proposed(
                question.id(),
                label(question, words),
                words.of(question.id(), proposed.answer()),
                typed.containsKey(TICK + question.id()));
    }

    /** Only what is asked still: the rest is nothing to answer. */
    private static List<Sheet.Unfit> unfit(
            ProposalList list, Questionnaire questionnaire, AnswerWords words, Language language) {
        return list.notProposed().stream()
                .filter(each -> questionnaire.question(each.question()).isPresent())
                .map(each -> new Sheet.Unfit(
                        words.label(each.question()), each.detail().in(language)))
                .toList();
    }

    private static String label(Question question, AnswerWords words) {
        return (question.form() == null ? "" : question.form() + " ") + words.label(question.id());
    }
}
