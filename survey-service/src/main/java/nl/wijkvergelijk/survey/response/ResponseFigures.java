package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.ReportedFigure;
import nl.wijkvergelijk.survey.answer.ReportedFigures;
import nl.wijkvergelijk.survey.publication.PublishedFigure;
import nl.wijkvergelijk.survey.rule.Rules;

/** The figures of a response: every measure that its questionnaire feeds, answered or not. */
@ApplicationScoped
class ResponseFigures {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Revisions revisions;

    ResponseFigures(Revisions revisions) {
        this.revisions = revisions;
    }

    /** As reported in the present revision. */
    List<PublishedFigure> of(Responses.Found found) {
        Answers answers =
                revisions.answers(found.response().key(), found.response().revision(), found.questionnaire());
        return rows(
                found,
                found.response().revision(),
                ReportedFigures.of(found.questionnaire(), answers, Rules.judge(found.questionnaire(), answers)));
    }

    /** The same measures, each withdrawn; they name the revision that was public, never a draft beside it. */
    List<PublishedFigure> withdrawn(Responses.Found found) {
        return rows(
                found,
                found.response().publishedRevision(),
                ReportedFigures.of(found.questionnaire(), Answers.none(found.questionnaire()), List.of()).stream()
                        .map(ResponseFigures::withdrawn)
                        .toList());
    }

    private List<PublishedFigure> rows(Responses.Found found, int number, List<ReportedFigure> reported) {
        RevisionView revision = revisions.find(found.response().key(), number).orElseThrow();
        return reported.stream()
                .map(figure -> new PublishedFigure(
                        found.round().id(),
                        found.municipality().code(),
                        figure,
                        revision.number(),
                        revision.savedAt(),
                        revision.onBehalf()))
                .toList();
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
