package nl.wijkvergelijk.comparison.definitions;

import java.util.Map;
import nl.wijkvergelijk.http.Text;

/**
 * What a question feeds: a number, a text or a choice. Numbers are computed with in {@code unit} (null for money, which carries its
 * currency); a choice's {@code options} label its codes, in order.
 */
public record Measure(String id, Type type, Text label, String unit, Map<String, Text> options) {

    /** Money is a number with currency, basis and period. */
    public enum Type {
        NUMBER,
        MONEY,
        TEXT,
        CHOICE
    }

    /** Whether figures of it are numbers. */
    public boolean numeric() {
        return type == Type.NUMBER || type == Type.MONEY;
    }
}
