package nl.wijkvergelijk.comparison.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.definitions.Reading;
import nl.wijkvergelijk.comparison.published.Answer;
import nl.wijkvergelijk.comparison.published.RatingTotal;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.comparison.representation.RevisionView;
import nl.wijkvergelijk.comparison.table.Figure;
import nl.wijkvergelijk.http.Language;

/** One input as reported, in its own unit, with everything published beside it. */
public record InputView(
        String measure,
        String question,
        BigDecimal value,
        String text,
        String missing,
        String unit,
        String currency,
        String basis,
        String period,
        String qualifier,
        BigDecimal low,
        BigDecimal high,
        ComputedView computed,
        String status,
        String asOf,
        String definition,
        String asPrinted,
        String correction,
        String note,
        String clarification,
        JsonNode statements,
        JsonNode evidence,
        List<RuleNoteView> ruleNotes,
        List<RatingTotal> readings,
        RevisionView revision,
        PublicationView publication) {

    /** The number and interval that formulas compute with, in their unit; {@code readings} are the chosen number and those that contradict it. */
    public record ComputedView(Double value, String unit, Double low, Double high, List<ReadingView> readings) {

        public record ReadingView(Double value, Double low, Double high, String currency, String basis, String period) {

            static ReadingView of(Reading reading) {
                return new ReadingView(
                        reading.value(),
                        reading.interval().low(),
                        reading.interval().high(),
                        reading.currency(),
                        reading.basis(),
                        reading.period());
            }
        }

        static ComputedView of(Figure.Input input) {
            return input.computedValue() == null
                    ? null
                    : new ComputedView(
                            input.computedValue(),
                            input.computedUnit(),
                            input.low(),
                            input.high(),
                            input.readings().stream().map(ReadingView::of).toList());
        }
    }

    /** What a rule of the questionnaire remarked. */
    public record RuleNoteView(String rule, String severity, String detail) {}

    static InputView of(ReportedInput reported, Language language) {
        Figure.Input input = reported.input();
        Answer answer = reported.answer();
        return new InputView(
                input.measure(),
                input.question(),
                input.value(),
                input.text(),
                input.missing(),
                input.unit(),
                input.currency(),
                input.basis(),
                input.period(),
                input.qualifier(),
                answer.low(),
                answer.high(),
                ComputedView.of(input),
                input.status().code(),
                input.asOf(),
                input.definition(),
                answer.asPrinted(),
                answer.correction(),
                answer.note(),
                answer.clarification(),
                answer.statements(),
                answer.evidence(),
                ruleNotes(answer, language),
                reported.readings(),
                answer.revisedAt() == null
                        ? null
                        : new RevisionView(answer.revision(), answer.revisedAt().toString(), answer.onBehalf()),
                reported.publication());
    }

    private static List<RuleNoteView> ruleNotes(Answer answer, Language language) {
        List<RuleNoteView> notes = new ArrayList<>();
        for (JsonNode note : answer.ruleNotes()) {
            notes.add(new RuleNoteView(
                    note.path("rule").asText(),
                    note.path("severity").asText(),
                    note.path("text").path(language.code()).asText()));
        }
        return notes;
    }
}
