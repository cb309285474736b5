package nl.wijkvergelijk.survey.workbook;

import java.math.BigDecimal;
import java.math.MathContext;

/** What a cell says. A blank text says nothing. */
sealed interface Content {

    Content EMPTY = new Empty();

    /** Nothing. */
    record Empty() implements Content {}

    /** A text, ends stripped. */
    record Words(String text) implements Content {}

    /** A number as it is shown: a cell that shows 25 % is 25. */
    record Number(BigDecimal number) implements Content {}

    /** A date, as much of it as the cell shows: {@code 2005}, {@code 2005-01} or {@code 2005-01-31}. */
    record Date(String iso) implements Content {}

    /** A logical value. */
    record Logical(boolean yes) implements Content {}

    /** An error such as {@code #N/A}, or a formula that nobody has worked out. */
    record Broken(String shown) implements Content {}

    /** A text as a cell holds it; nothing when it is blank. */
    static Content text(String text) {
        String said = text == null ? "" : CellText.comparable(text);
        return said.isEmpty() ? EMPTY : new Words(said);
    }

    /** A number as a cell holds it: a spreadsheet keeps 15 digits and no more, and writes 9.3 as 9.300000000000001. */
    static Content number(BigDecimal number) {
        BigDecimal kept = number.round(new MathContext(15)).stripTrailingZeros();
        return new Number(kept.scale() < 0 ? kept.setScale(0) : kept);
    }

    /** Whether it says nothing. */
    default boolean isEmpty() {
        return this instanceof Empty;
    }
}
