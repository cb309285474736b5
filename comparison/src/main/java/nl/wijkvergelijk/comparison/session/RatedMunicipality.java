package nl.wijkvergelijk.comparison.session;

import java.math.BigDecimal;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.table.Rank;

/**
 * What one municipality got on a scale. Low and high are the least and the most over the readings of a disputed total, else null; self
 * and excludingSelf are null where they are not known.
 */
public record RatedMunicipality(
        Municipality municipality,
        BigDecimal total,
        BigDecimal low,
        BigDecimal high,
        Mean mean,
        Rank rank,
        List<Given> given,
        Self self,
        ExcludingSelf excludingSelf) {

    /** Points per rater, over n of them; low and high as those of the total. */
    public record Mean(double value, Double low, Double high, int n) {}

    /** The points (or rank) one rater gave; counted in total and mean when its ballot is complete. */
    public record Given(Municipality rater, BigDecimal value, boolean complete) {}

    /** What it gave itself, what n others gave it on average, and the first less the second. */
    public record Self(BigDecimal own, double others, int n, double difference) {}

    /** The mean of what n others gave it, and its rank by that; 1 is the highest, ties share. */
    public record ExcludingSelf(double mean, int n, Rank rank) {}
}
