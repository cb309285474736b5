package nl.wijkvergelijk.survey.response;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/**
 * A page of the responses that were asked for.
 *
 * @param totals of the whole round, whatever was asked for
 */
record OverviewView(String round, List<Standing> responses, Totals totals, long total, Page page) implements Paged {

    /**
     * A round in numbers; for a contact those of the own municipality.
     *
     * @param states every state, also those in which nothing is
     * @param complete how many have an answer to every question that must be answered
     */
    record Totals(int responses, Map<String, Integer> states, int late, int complete) {

        static Totals of(List<Standing> all) {
            Map<String, Integer> states = new LinkedHashMap<>();
            Arrays.stream(State.values()).forEach(state -> states.put(state.code(), 0));
            all.forEach(each -> states.merge(each.state().code(), 1, Integer::sum));
            return new Totals(
                    all.size(),
                    states,
                    (int) all.stream().filter(Standing::isLate).count(),
                    (int) all.stream().filter(Standing::isComplete).count());
        }
    }
}
