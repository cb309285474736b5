package nl.wijkvergelijk.survey.version;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two lists of names as one. */
final class InOrder {
    private InOrder() {}

    /** All names in the order of the later list; one that is only in the earlier list stands behind the one it stood behind there. */
    static List<String> of(List<String> earlier, List<String> later) {
        Set<String> kept = new LinkedHashSet<>(later);
        List<String> all = new ArrayList<>(later);
        int at = 0;
        for (String name : earlier) {
            if (kept.contains(name)) {
                at = all.indexOf(name) + 1;
            } else {
                all.add(at++, name);
            }
        }
        return all;
    }

    /**
     * The names of both lists that stand elsewhere among each other now: those outside a longest series that kept its order, so that one question put first is one
     * move and not a hundred.
     */
    static Set<String> moved(List<String> earlier, List<String> later) {
        List<String> before = earlier.stream().filter(later::contains).toList();
        List<String> after = later.stream().filter(earlier::contains).toList();
        int[][] longest = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                longest[i][j] = before.get(i).equals(after.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        Set<String> moved = new LinkedHashSet<>(after);
        for (int i = 0, j = 0; i < before.size() && j < after.size(); ) {
            if (before.get(i).equals(after.get(j))) {
                moved.remove(after.get(j));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return moved;
    }
}
