package nl.wijkvergelijk.comparison.swot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four kinds of points, in their order, each with the measure that its question feeds. */
enum SwotKind {
    STRENGTH("strengths"),
    WEAKNESS("weaknesses"),
    OPPORTUNITY("opportunities"),
    THREAT("threats");

    private final String measure;

    SwotKind(String measure) {
        this.measure = measure;
    }

    /** As in {@code kind=}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String measure() {
        return measure;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(SwotKind::code).toList();
    }
}
