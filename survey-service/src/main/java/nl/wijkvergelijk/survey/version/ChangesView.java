package nl.wijkvergelijk.survey.version;

import java.util.List;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * What changed from one version of a questionnaire to another.
 *
 * @param since the earlier version; null when there is none
 * @param changes in the order of the later form; what is gone stands where it was
 * @param measures for each, whether its figures stay comparable; in the same order
 */
record ChangesView(String id, int version, Integer since, List<Change> changes, List<MeasureComparability> measures) {

    static ChangesView between(Questionnaire earlier, Questionnaire later) {
        List<Change> changes = new Changes(earlier, later).all();
        return new ChangesView(
                later.id(),
                later.version(),
                earlier.version(),
                changes,
                MeasureComparability.all(earlier, later, changes));
    }

    /** There is nothing to compare the first version with. */
    static ChangesView ofTheFirst(Questionnaire first) {
        return new ChangesView(first.id(), first.version(), null, List.of(), List.of());
    }
}
