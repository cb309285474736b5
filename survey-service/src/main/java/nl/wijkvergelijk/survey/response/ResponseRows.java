package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.PublicAnswer;
import nl.wijkvergelijk.survey.answer.PublicAnswers;
import nl.wijkvergelijk.survey.answer.ReportedFigure;
import nl.wijkvergelijk.survey.answer.ReportedFigures;
import nl.wijkvergelijk.survey.answer.Sources;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.publication.PublishedAnswer;
import nl.wijkvergelijk.survey.publication.PublishedFigure;
import nl.wijkvergelijk.survey.publication.PublishedRow;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.rule.Rules;

/** What is published of a response: a figure for every measure that its questionnaire feeds, an answer for every question, answered or not, and what features add. */
@ApplicationScoped
class ResponseRows {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Revisions revisions;
    private final EvidenceOnFile evidence;
    private final Clarifications clarifications;
    private final Instance<PublishedBeside> beside;

    ResponseRows(
            Revisions revisions,
            EvidenceOnFile evidence,
            Clarifications clarifications,
            Instance<PublishedBeside> beside) {
        this.revisions = revisions;
        this.evidence = evidence;
        this.clarifications = clarifications;
        this.beside = beside;
    }

    /** As reported in the present revisions of these, which are of one round; the number of statements does not grow with them. */
    List<PublishedRow> of(List<Surveyed> many) {
        if (many.isEmpty()) {
            return List.of();
        }
        Map<String, Sources> onFile = evidence.of(many);
        Map<String, Map<String, String>> clarified = clarifications.of(many);
        Map<String, RevisionView> saved = revisions.presentSaves(many);
        List<PublishedRow> rows = new ArrayList<>();
        for (Surveyed each : many) {
            Questionnaire questionnaire = each.found().questionnaire();
            Sources sources = onFile.getOrDefault(each.code(), Sources.NONE);
            addRows(
                    each.found(),
                    saved.get(each.code()),
                    ReportedFigures.of(questionnaire, each.answers(), sources, each.broken()),
                    PublicAnswers.of(questionnaire, each.answers(), sources),
                    said(clarified.getOrDefault(each.code(), Map.of()), each.answers()),
                    rows);
        }
        beside.forEach(each -> rows.addAll(each.of(many)));
        return rows;
    }

    /** What was written for the public about answers that are there; of what was taken out nothing is said. */
    private static Map<String, String> said(Map<String, String> clarified, Answers answers) {
        Map<String, String> said = new HashMap<>(clarified);
        said.keySet().removeIf(answers::isRedacted);
        return said;
    }

    /** The figures that answers would give, were they published as a revision of this number; nobody has clarified those yet. */
    List<PublishedFigure> figures(Responses.Found found, Answers answers, int number, Act act) {
        return ReportedFigures.of(
                        found.questionnaire(),
                        answers,
                        evidence.of(found.response().key()),
                        Rules.judge(found.questionnaire(), answers))
                .stream()
                .map(figure -> new PublishedFigure(
                        found.round().id(),
                        found.municipality().code(),
                        figure,
                        null,
                        number,
                        act.at(),
                        act.onBehalf()))
                .toList();
    }

    /** The same measures and questions, each withdrawn; they name the revision that was public, never a draft beside it. */
    List<PublishedRow> withdrawn(Responses.Found found) {
        List<PublishedRow> rows = new ArrayList<>();
        addRows(
                found,
                revisions
                        .find(found.response().key(), found.response().publishedRevision())
                        .orElseThrow(),
                ReportedFigures.of(found.questionnaire(), Answers.none(found.questionnaire()), Sources.NONE, List.of())
                        .stream()
                        .map(ResponseRows::withdrawn)
                        .toList(),
                PublicAnswers.withdrawn(found.questionnaire()),
                Map.of(),
                rows);
        beside.forEach(each -> rows.addAll(each.withdrawn(found)));
        return rows;
    }

    private static void addRows(
            Responses.Found found,
            RevisionView revision,
            List<ReportedFigure> reported,
            List<PublicAnswer> answers,
            Map<String, String> clarified,
            List<PublishedRow> rows) {
        String round = found.round().id();
        String code = found.municipality().code();
        reported.forEach(figure -> rows.add(new PublishedFigure(
                round,
                code,
                figure,
                clarified.get(figure.question()),
                revision.number(),
                revision.savedAt(),
                revision.onBehalf())));
        answers.forEach(answer -> rows.add(new PublishedAnswer(
                round,
                code,
                answer.with(clarified.get(answer.question())),
                revision.number(),
                revision.savedAt(),
                revision.onBehalf())));
    }

    private static ReportedFigure withdrawn(ReportedFigure figure) {
        return new ReportedFigure(
                figure.measure(),
                figure.question(),
                null,
                null,
                "withdrawn",
                null,
                null,
                null,
                null,
                figure.qualifier(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                NODES.arrayNode(),
                NODES.arrayNode(),
                NODES.arrayNode());
    }
}
