package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.wijkvergelijk.comparison.definitions.Qualifier;

/**
 * One measure of one round, a figure per municipality: numbers, two byte codes and shared traits; texts only where there are any, and
 * what is rare aside. Never changed once a round holds it; changes are made on a copy.
 */
final class MeasureColumn {

    private static final byte PRESENT = -1;

    private String question;
    private double[] values;
    private byte[] missing;
    private byte[] qualifiers;
    private Traits[] traits;
    private String[] texts;
    private final Map<Integer, Rare> rare;

    private MeasureColumn(Map<Integer, Rare> rare) {
        this.rare = rare;
    }

    /** A column in which nobody was asked. */
    static MeasureColumn unasked(int size) {
        MeasureColumn column = new MeasureColumn(new HashMap<>());
        column.values = new double[0];
        column.missing = new byte[0];
        column.qualifiers = new byte[0];
        column.traits = new Traits[0];
        column.grow(size);
        return column;
    }

    MeasureColumn copy() {
        MeasureColumn copy = new MeasureColumn(new HashMap<>(rare));
        copy.question = question;
        copy.values = values.clone();
        copy.missing = missing.clone();
        copy.qualifiers = qualifiers.clone();
        copy.traits = traits.clone();
        copy.texts = texts == null ? null : texts.clone();
        return copy;
    }

    int size() {
        return values.length;
    }

    String question() {
        return question;
    }

    void grow(int size) {
        int before = values.length;
        values = Arrays.copyOf(values, size);
        missing = Arrays.copyOf(missing, size);
        qualifiers = Arrays.copyOf(qualifiers, size);
        traits = Arrays.copyOf(traits, size);
        texts = texts == null ? null : Arrays.copyOf(texts, size);
        for (int row = before; row < size; row++) {
            clear(row);
        }
    }

    void clear(int row) {
        values[row] = Double.NaN;
        missing[row] = (byte) MissingCode.NOT_ASKED.ordinal();
        qualifiers[row] = (byte) Qualifier.EXACT.ordinal();
        traits[row] = Traits.NONE;
        if (texts != null) {
            texts[row] = null;
        }
        rare.remove(row);
    }

    void set(int row, FigureRow figure, Interning interning) {
        clear(row);
        question = figure.question();
        values[row] = figure.value() == null ? Double.NaN : figure.value().doubleValue();
        missing[row] = figure.missing() == null
                ? PRESENT
                : (byte) MissingCode.of(figure.missing()).ordinal();
        qualifiers[row] = (byte) Qualifier.of(figure.qualifier())
                .orElseThrow(() -> new UnreadableRows("no qualifier " + figure.qualifier()))
                .ordinal();
        traits[row] = interning.of(Traits.of(figure));
        if (figure.text() != null) {
            texts = texts == null ? new String[values.length] : texts;
            texts[row] = interning.of(figure.text());
        }
        Rare itsRare = Rare.of(figure);
        if (itsRare != Rare.NONE) {
            rare.put(row, itsRare);
        }
    }

    /** Whether a row here says the same as one of another column. */
    boolean isSame(int row, MeasureColumn other, int otherRow) {
        return Objects.equals(question, other.question)
                && Double.compare(values[row], other.values[otherRow]) == 0
                && missing[row] == other.missing[otherRow]
                && qualifiers[row] == other.qualifiers[otherRow]
                && traits[row].equals(other.traits[otherRow])
                && Objects.equals(text(row), other.text(otherRow))
                && Objects.equals(rare.get(row), other.rare.get(otherRow));
    }

    Traits traits(int row) {
        return traits[row];
    }

    String text(int row) {
        return texts == null ? null : texts[row];
    }

    Reported at(int row) {
        Rare its = rare.isEmpty() ? Rare.NONE : rare.getOrDefault(row, Rare.NONE);
        MissingCode code = missing[row] == PRESENT ? null : MissingCode.of(missing[row]);
        return new Reported(
                Double.isNaN(values[row]) ? null : its.exact() != null ? its.exact() : decimal(values[row]),
                text(row),
                code,
                Qualifier.of(qualifiers[row]),
                traits[row],
                its.low(),
                its.high(),
                its.corrected(),
                its.disputed(),
                its.contradicting());
    }

    private static BigDecimal decimal(double value) {
        return value == (long) value ? BigDecimal.valueOf((long) value) : BigDecimal.valueOf(value);
    }
}
