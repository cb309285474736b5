package nl.wijkvergelijk.survey.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a cell or its format is read; and what is written into a cell is read as it was. */
class AnyCellTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("_x005F_\r\n\t \u00a0\ufffe\u0000d[]\"\\*;%hms")
                        .ofMaxLength(60));
    }

    @Property
    void aTextIsReadAsItWasWritten(@ForAll("texts") String text) {
        assertEquals(CellText.comparable(text), CellText.comparable(CellText.read(CellText.written(text))));
    }

    @Property
    void everyFormatHasAShape(@ForAll("texts") String code) {
        Shape.of(code);
    }
}
