package nl.wijkvergelijk.comparison.definitions;

import java.util.Map;
import nl.wijkvergelijk.http.Text;

/**
 * What a question feeds: a number, an amount of money, a text or a choice. Numbers are computed with in {@code unit} (null for all
 * others). {@code options} label the codes of a choice and {@code definitions} those of what
 * was counted, in order.
 */
public record Measure(
        String id, Type type, Text label, String unit, Map<String, Text> options, Map<String, Text> definitions) {

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
