package nl.wijkvergelijk.survey.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wijkvergelijk.survey.request.Label;
import org.junit.jupiter.api.Test;

class ReachableTotalsTest {

    /** Every total of two and of three raters over two to four items, against every set of rankings. */
    @Test
    void totalsAreAcceptedExactlyWhenRankingsGiveThem() {
        for (int raters = 2; raters <= 3; raters++) {
            for (int items = 2; items <= 4; items++) {
                Set<List<Integer>> reachable = reachable(raters, items);
                for (List<Integer> totals : all(items, raters * items)) {
                    assertEquals(
                            reachable.contains(totals),
                            errors(raters, totals) == 0,
                            raters + " raters, totals " + totals);
                }
            }
        }
    }

    private static int errors(int raters, List<Integer> totals) {
        List<String> items = new ArrayList<>();
        Map<String, BigDecimal> byItem = new LinkedHashMap<>();
        for (int i = 0; i < totals.size(); i++) {
            items.add("GM000" + i);
            byItem.put("GM000" + i, BigDecimal.valueOf(totals.get(i)));
        }
        Label label = new Label("x", "x");
        RatingSessionWrite session = new RatingSessionWrite(
                RatingKind.RANKING,
                items,
                raters,
                BigDecimal.ONE,
                BigDecimal.valueOf(items.size()),
                null,
                List.of(new Scale("depth", label, label, label)));
        return new ReachableTotals(session)
                .errors(Map.of("depth", new Readings(List.of(new Reading(true, null, byItem)))))
                .size();
    }

    private static Set<List<Integer>> reachable(int raters, int items) {
        Set<List<Integer>> sums = new HashSet<>(Set.of(Collections.nCopies(items, 0)));
        for (int rater = 0; rater < raters; rater++) {
            Set<List<Integer>> next = new HashSet<>();
            for (List<Integer> sum : sums) {
                for (List<Integer> ranking : rankings(items)) {
                    List<Integer> added = new ArrayList<>();
                    for (int i = 0; i < items; i++) {
                        added.add(sum.get(i) + ranking.get(i));
                    }
                    next.add(added);
                }
            }
            sums = next;
        }
        return sums;
    }

    private static List<List<Integer>> rankings(int items) {
        return all(items, items).stream()
                .filter(r -> new HashSet<>(r).size() == items && !r.contains(0))
                .toList();
    }

    /** Every list of numbers from 0 to the highest. */
    private static List<List<Integer>> all(int length, int highest) {
        List<List<Integer>> lists = List.of(List.of());
        for (int i = 0; i < length; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> list : lists) {
                for (int n = 0; n <= highest; n++) {
                    List<Integer> added = new ArrayList<>(list);
                    added.add(n);
                    longer.add(added);
                }
            }
            lists = longer;
        }
        return lists;
    }
}
