package nl.wijkvergelijk.survey.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * Whether the figures of a measure stay comparable over two versions of the questionnaire.
 *
 * @param question the question that feeds it, in the later version if it still does
 * @param because the changes of that question, or of what its units are called, that a person should look at
 */
record MeasureComparability(String measure, String question, Verdict verdict, List<ChangeCode> because, Text sentence) {

    /** What can be said without a person: nothing that matters changed, somebody must look, or there is nothing to compare. */
    enum Verdict implements Coded {
        SAME,
        LOOK,
        NEW,
        GONE;

        @JsonValue
        @Override
        public String code() {
            return Coded.super.code();
        }
    }

    static List<MeasureComparability> all(Questionnaire earlier, Questionnaire later, List<Change> changes) {
        Map<String, Question> before = feeders(earlier);
        Map<String, Question> after = feeders(later);
        List<MeasureComparability> all = new ArrayList<>();
        for (String measure : InOrder.of(List.copyOf(before.keySet()), List.copyOf(after.keySet()))) {
            Question was = before.get(measure);
            Question is = after.get(measure);
            List<Change> about = changes.stream()
                    .filter(change -> is != null && is.id().equals(change.question())
                            || change.code() == ChangeCode.UNIT_LABEL_CHANGED
                                    && was != null
                                    && is != null
                                    && readsInOtherUnits(was, is, earlier, later))
                    .toList();
            all.add(of(measure, was, is, about));
        }
        return all;
    }

    /** Whether a unit that the question had and still has is called otherwise. */
    private static boolean readsInOtherUnits(Question was, Question is, Questionnaire earlier, Questionnaire later) {
        return is.units().stream()
                .filter(was.units()::contains)
                .anyMatch(unit ->
                        !Objects.equals(earlier.units().get(unit), later.units().get(unit)));
    }

    private static MeasureComparability of(String measure, Question before, Question after, List<Change> changes) {
        if (after == null) {
            return new MeasureComparability(
                    measure,
                    before.id(),
                    Verdict.GONE,
                    List.of(),
                    new Text(
                            "Wordt niet meer gevraagd: er komen geen nieuwe cijfers bij.",
                            "Is not asked any more: there will be no new figures."));
        }
        if (before == null) {
            return new MeasureComparability(
                    measure,
                    after.id(),
                    Verdict.NEW,
                    List.of(),
                    new Text(
                            "Wordt voor het eerst gevraagd: er zijn geen eerdere cijfers.",
                            "Is asked for the first time: there are no earlier figures."));
        }
        if (!before.id().equals(after.id())) {
            return new MeasureComparability(
                    measure,
                    after.id(),
                    Verdict.LOOK,
                    List.of(ChangeCode.QUESTION_REMOVED, ChangeCode.QUESTION_ADDED),
                    new Text(
                            "Komt nu uit een andere vraag (eerst %s): bekijk of die hetzelfde vraagt."
                                    .formatted(before.id()),
                            "Comes from another question now (it was %s): see whether that asks the same."
                                    .formatted(before.id())));
        }
        List<ChangeCode> because = changes.stream()
                .map(Change::code)
                .filter(ChangeCode::isAboutMeaning)
                .distinct()
                .toList();
        return because.isEmpty()
                ? new MeasureComparability(
                        measure,
                        after.id(),
                        Verdict.SAME,
                        because,
                        new Text(
                                "Wordt op dezelfde manier gevraagd: de cijfers blijven vergelijkbaar.",
                                "Is asked in the same way: the figures stay comparable."))
                : new MeasureComparability(
                        measure,
                        after.id(),
                        Verdict.LOOK,
                        because,
                        new Text(
                                "De vraag luidt anders: bekijk of mensen nog hetzelfde antwoorden.",
                                "The question reads differently: see whether people still answer the same."));
    }

    private static Map<String, Question> feeders(Questionnaire questionnaire) {
        Map<String, Question> feeders = new LinkedHashMap<>();
        questionnaire.questions().forEach(q -> q.fedMeasures().forEach(measure -> feeders.put(measure, q)));
        return feeders;
    }
}
