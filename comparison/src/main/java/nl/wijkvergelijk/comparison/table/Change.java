package nl.wijkvergelijk.comparison.table;

import java.util.List;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.http.Text;

/**
 * From one round to the next. {@code difference} (to less from) and {@code certain} (whether the intervals do not overlap) are null
 * unless both are numbers; {@code ratio} (to divided by from) also where from is zero. Warnings say why the two may not compare; there
 * are none where one of them is missing, since then nothing is compared.
 */
public record Change(
        String from, String to, Span difference, Span ratio, Boolean certain, List<ChangeWarning> warnings) {

    /** A code, the rounds concerned, and a sentence with the values. */
    public record ChangeWarning(String code, List<String> rounds, Text detail) {}

    static Change of(String from, Computed before, String to, Computed after, List<ChangeWarning> warnings) {
        Interval was = before.interval();
        Interval is = after.interval();
        if (was == null || is == null) {
            return new Change(from, to, null, null, null, warnings);
        }
        return new Change(
                from,
                to,
                Span.of(after.value() - before.value(), is.low() - was.high(), is.high() - was.low()),
                before.value() == 0 ? null : ratio(before.value(), was, after.value(), is),
                is.low() > was.high() || is.high() < was.low(),
                warnings);
    }

    /** Infinite by infinite is no number, so an interval without end leaves the ratio without bounds. */
    private static Span ratio(double before, Interval was, double after, Interval is) {
        boolean bounded = Double.isFinite(was.low())
                && Double.isFinite(was.high())
                && Double.isFinite(is.low())
                && Double.isFinite(is.high());
        Interval ratio = bounded ? is.dividedBy(was) : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return Span.of(after / before, ratio.low(), ratio.high());
    }
}
