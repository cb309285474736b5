package nl.wijkvergelijk.comparison.table;

import java.util.List;
import java.util.Locale;
import nl.wijkvergelijk.comparison.definitions.Lack;

/**
 * One figure: exactly one of {@code value}, {@code text} (a choice's is its code) and {@code missing}. What is absent is null; lists are
 * never null.
 *
 * <p>{@code low} and {@code high} stand when the interval is not a point; {@code low} without {@code high} has no upper bound (a
 * denominator may be zero). {@code lacking} says, for {@code not-computable}, which inputs lack and how. {@code asOf} is the leading
 * input's. {@code method} stands exactly when something was derived or converted. {@code warnings} are the codes that concern this
 * figure by itself (approximate, disputed, as-of-unknown, period-assumed, proxy-factor); what only shows between rows is the table's.
 */
public record Cell(
        String figure,
        Double value,
        String text,
        String missing,
        List<Lack> lacking,
        String unit,
        String qualifier,
        Double low,
        Double high,
        Status status,
        AsReported asReported,
        Method method,
        String asOf,
        Rank rank,
        Double percentile,
        List<String> warnings) {

    /** How far a figure is to be trusted; later ones take precedence. */
    public enum Status {
        OK,
        CORRECTED,
        DISPUTED,
        MISSING;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** As written in answers: {@code corrected}. */
        public String code() {
            return code;
        }
    }
}
