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

    /** As reported in the present revision. */
    List<PublishedRow> of(Responses.Found found) {
        Answers answers =
                revisions.answers(found.response().key(), found.response().revision(), found.questionnaire());
        Sources sources = evidence.of(found.response().key());
        List<PublishedRow> rows = rows(
                found,
                found.response().revision(),
                ReportedFigures.of(
                        found.questionnaire(), answers, sources, Rules.judge(found.questionnaire(), answers)),
                PublicAnswers.of(found.questionnaire(), answers, sources),
                clarified(found, answers));
        beside.forEach(each -> rows.addAll(each.of(found)));
        return rows;
    }

    /** What was written for the public about answers that are there; of what was taken out nothing is said. */
    private Map<String, String> clarified(Responses.Found found, Answers answers) {
        Map<String, String> clarified =
                new HashMap<>(clarifications.of(found.response().key()));
        clarified.keySet().removeIf(answers::isRedacted);
        return clarified;
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
        List<PublishedRow> rows = rows(
                found,
                found.response().publishedRevision(),
                ReportedFigures.of(found.questionnaire(), Answers.none(found.questionnaire()), Sources.NONE, List.of())
                        .stream()
                        .map(ResponseRows::withdrawn)
                        .toList(),
                PublicAnswers.withdrawn(found.questionnaire()),
                Map.of());
        beside.forEach(each -> rows.addAll(each.withdrawn(found)));
        return rows;
    }

    private List<PublishedRow> rows(
            Responses.Found found,
            int number,
            List<ReportedFigure> reported,
            List<PublicAnswer> answers,
            Map<String, String> clarified) {
        RevisionView revision = revisions.find(found.response().key(), number).orElseThrow();
        String round = found.round().id();
        String code = found.municipality().code();
        List<PublishedRow> rows = new ArrayList<>();
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
        return rows;
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
