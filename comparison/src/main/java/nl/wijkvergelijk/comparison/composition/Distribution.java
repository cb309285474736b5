package nl.wijkvergelijk.comparison.composition;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.wijkvergelijk.comparison.definitions.Interval;

/**
 * How one whole is divided over parts, in percent, part by part in a fixed order; a share that is not known is empty. Nothing is ever
 * rescaled: shares that do not add up to a hundred stay as they are, and {@link #closure()} says how far they are off.
 */
public record Distribution(List<Optional<Percentage>> shares) {

    private static final double WHOLE = 100;

    public Distribution {
        shares = List.copyOf(shares);
    }

    /** How many shares are known. */
    public int known() {
        return (int) shares.stream().filter(Optional::isPresent).count();
    }

    /** Whether all shares are known. */
    public boolean complete() {
        return known() == shares.size();
    }

    /** Whether some shares are known and some are not. */
    public boolean partial() {
        return known() > 0 && !complete();
    }

    /** The known shares together. */
    public Percentage sum() {
        return new Percentage(
                total(Percentage::value),
                new Interval(total(share -> share.interval().low()), total(share -> share.interval()
                        .high())));
    }

    /** The known shares together, less a hundred: the closure error when all are known, else what is left, as a negative number. */
    public Percentage closure() {
        Percentage sum = sum();
        return new Percentage(
                sum.value() - WHOLE,
                new Interval(sum.interval().low() - WHOLE, sum.interval().high() - WHOLE));
    }

    /** Where each share that is not known can lie: from nothing to what the known ones leave at most. */
    public Interval left() {
        return new Interval(0, Math.max(0, WHOLE - sum().interval().low()));
    }

    /**
     * The total variation distance, half the sum of the differences part by part: 0 for equal divisions, 100 for those that share
     * nothing. Its interval takes each share by itself. Both must be complete and have the same parts.
     */
    public Percentage distance(Distribution other) {
        if (!complete() || !other.complete() || shares.size() != other.shares.size()) {
            throw new IllegalArgumentException("only complete distributions over the same parts have a distance");
        }
        double value = 0;
        double low = 0;
        double high = 0;
        for (int part = 0; part < shares.size(); part++) {
            Percentage a = shares.get(part).orElseThrow();
            Percentage b = other.shares.get(part).orElseThrow();
            double above = a.interval().high() - b.interval().low();
            double below = b.interval().high() - a.interval().low();
            value += Math.abs(a.value() - b.value());
            low += Math.max(0, Math.max(-above, -below));
            high += Math.max(above, below);
        }
        return new Percentage(value / 2, new Interval(low / 2, high / 2));
    }

    private double total(ToDoubleFunction<Percentage> of) {
        return shares.stream().flatMap(Optional::stream).mapToDouble(of).sum();
    }
}
