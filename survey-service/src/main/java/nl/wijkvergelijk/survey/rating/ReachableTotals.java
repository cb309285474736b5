package nl.wijkvergelijk.survey.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/**
 * Whether totals can come out of a session at all. With m raters and n items a total of a ranking lies between m and m·n, all together are m·n(n+1)/2, and
 * the k highest are together at most m·(n + (n−1) + … + (n−k+1)): what cannot be reached was misread or mistyped.
 */
final class ReachableTotals {

    private final RatingSessionWrite session;

    ReachableTotals(RatingSessionWrite session) {
        this.session = session;
    }

    /** What is wrong with the totals of all scales. */
    List<InputError> errors(Map<String, Readings> scales) {
        List<InputError> errors = new ArrayList<>();
        List<String> ids = session.scales().stream().map(Scale::id).toList();
        for (String id : ids) {
            if (!scales.containsKey(id)) {
                errors.add(error("/scales/" + id, "required", "Deze schaal ontbreekt.", "This scale is missing."));
            }
        }
        scales.forEach((id, readings) -> {
            String at = "/scales/" + InputError.segment(id);
            if (!ids.contains(id)) {
                errors.add(error(
                        at, "unknown-scale", "De sessie kent deze schaal niet.", "The session has no such scale."));
            } else {
                scale(at + "/readings", readings.readings(), errors);
            }
        });
        return errors;
    }

    private void scale(String at, List<Reading> readings, List<InputError> errors) {
        if (readings.stream().filter(Reading::chosen).count() != 1) {
            errors.add(error(at, "one-chosen", "Kies precies één lezing.", "Choose exactly one reading."));
        }
        for (int i = 0; i < readings.size(); i++) {
            reading(at + "/" + i + "/totals", readings.get(i).totals(), errors);
        }
    }

    private void reading(String at, Map<String, BigDecimal> totals, List<InputError> errors) {
        int before = errors.size();
        for (String item : session.items()) {
            if (!totals.containsKey(item)) {
                errors.add(error(at + "/" + item, "required", "Dit totaal ontbreekt.", "This total is missing."));
            }
        }
        for (String code : new TreeSet<>(totals.keySet())) {
            total(at + "/" + InputError.segment(code), code, totals.get(code), errors);
        }
        if (errors.size() == before && session.kind() == RatingKind.RANKING) {
            ranking(at, totals, errors);
        }
    }

    private void total(String at, String code, BigDecimal total, List<InputError> errors) {
        BigDecimal raters = BigDecimal.valueOf(session.raters());
        BigDecimal least = session.pointsMin().multiply(raters);
        BigDecimal most = session.pointsMax().multiply(raters);
        if (!session.items().contains(code)) {
            errors.add(error(
                    at,
                    "unknown-municipality",
                    "Deze gemeente wordt niet beoordeeld.",
                    "This municipality is not rated."));
        } else if (total.compareTo(least) < 0 || total.compareTo(most) > 0) {
            String range = least.toPlainString() + "–" + most.toPlainString();
            errors.add(error(
                    at,
                    "out-of-range",
                    "Een totaal ligt hier tussen " + range + ".",
                    "A total lies between " + range + " here."));
        } else if (session.kind() == RatingKind.RANKING
                && total.stripTrailingZeros().scale() > 0) {
            errors.add(error(
                    at,
                    "wrong-type",
                    "Een totaal van rangnummers is een geheel getal.",
                    "A total of ranks is a whole number."));
        }
    }

    private void ranking(String at, Map<String, BigDecimal> totals, List<InputError> errors) {
        long m = session.raters();
        int n = session.items().size();
        List<BigDecimal> highest =
                totals.values().stream().sorted(Comparator.reverseOrder()).toList();
        long sum = highest.stream().mapToLong(BigDecimal::longValueExact).sum();
        long must = m * n * (n + 1) / 2;
        if (sum != must) {
            errors.add(error(
                    at,
                    "unreachable-total",
                    "Samen zijn de totalen %d, en bij een rangorde altijd %d.".formatted(sum, must),
                    "The totals add up to %d, and with a ranking always to %d.".formatted(sum, must)));
            return;
        }
        long together = 0;
        long reachable = 0;
        for (int k = 1; k < n; k++) {
            together += highest.get(k - 1).longValueExact();
            reachable += m * (n - k + 1);
            if (together > reachable) {
                errors.add(error(
                        at,
                        "unreachable-total",
                        "De hoogste %d zijn samen %d; meer dan %d kan niet.".formatted(k, together, reachable),
                        "The highest %d are together %d; more than %d is not possible."
                                .formatted(k, together, reachable)));
                return;
            }
        }
    }

    private static InputError error(String pointer, String code, String nl, String en) {
        return InputError.body(pointer, code, new Text(nl, en));
    }
}
