package nl.wijkvergelijk.survey.answer;

import static nl.wijkvergelijk.survey.answer.Qualifier.APPROXIMATE;
import static nl.wijkvergelijk.survey.answer.Qualifier.AT_LEAST;
import static nl.wijkvergelijk.survey.answer.Qualifier.AT_MOST;
import static nl.wijkvergelijk.survey.answer.Qualifier.ESTIMATED;
import static nl.wijkvergelijk.survey.answer.Qualifier.EXACT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DutchNumberTest {

    @Test
    void aDotGroupsThousandsAndACommaStartsTheDecimals() {
        assertParsed("1.234", "1234", EXACT);
        assertParsed("2900", "2900", EXACT);
        assertParsed("135.000", "135000", EXACT);
        assertParsed("8,5", "8.5", EXACT);
        assertParsed("2,50", "2.50", EXACT);
        assertParsed("1.234.567,89", "1234567.89", EXACT);
        assertParsed(" 8 ", "8", EXACT);
        assertParsed("-3", "-3", EXACT);
    }

    @Test
    void amountsMayStandWithEuroSignsAndDashes() {
        assertParsed("€ 2,-", "2", EXACT);
        assertParsed("€ 1,–", "1", EXACT);
        assertParsed("€ 2.000,-", "2000", EXACT);
        assertParsed("40.000 euro", "40000", EXACT);
        assertParsed("35 procent", "35", EXACT);
        assertParsed("35%", "35", EXACT);
    }

    @Test
    void wordsOfDoubtBecomeAQualifier() {
        assertParsed("ca. 8", "8", APPROXIMATE);
        assertParsed("circa 140.000", "140000", APPROXIMATE);
        assertParsed("ongeveer € 2,50", "2.50", APPROXIMATE);
        assertParsed("zo’n 1.600", "1600", APPROXIMATE);
        assertParsed("naar schatting 300", "300", ESTIMATED);
        assertParsed("ruim 95.000", "95000", AT_LEAST);
        assertParsed("ruim 11 duizend", "11000", AT_LEAST);
        assertParsed("bijna 10", "10", AT_MOST);
        assertParsed("kleine 30.000", "30000", AT_MOST);
        assertParsed("iets minder dan 2900", "2900", AT_MOST);
    }

    @Test
    void aMeanIsNoApproximation() {
        assertParsed("gemiddeld 25 duizend", "25000", EXACT);
        assertParsed("gemiddeld bijna 10 euro", "10", AT_MOST);
        assertParsed("gemiddeld ongeveer € 2.000,-", "2000", APPROXIMATE);
    }

    @Test
    void dotsThatDoNotGroupInThreesAreRefusedWithWhatMayBeMeant() {
        assertRefused("6.3000", "6300", "63000");
        assertRefused("8.5", "8.5");
        assertRefused("12.50", "12.50");
        assertRefused("1.23.456", "123456");
        assertRefused("ca. 6.3000", "6300", "63000");
        assertRefused("12345.678", "12345678");
    }

    @Test
    void whatIsNoNumberIsNoneAndNothingIsGuessed() {
        for (String text : List.of(
                "",
                " ",
                "acht",
                "8 tot 10",
                "9.000-15.000",
                "1e5",
                "0x1F",
                "NaN",
                "٣",
                "8,5,1",
                ".5",
                "5.",
                ",5",
                "1.234,",
                "\u0000",
                "6.3000 inwoners",
                "9".repeat(61))) {
            assertEquals(Optional.empty(), DutchNumber.parse(text), text);
            assertEquals(List.of(), DutchNumber.guesses(text), text);
        }
    }

    @Test
    void aWellFormedNumberNeedsNoGuessing() {
        assertEquals(List.of(), DutchNumber.guesses("6.300"));
        assertEquals(List.of(), DutchNumber.guesses("6300"));
    }

    private static void assertParsed(String text, String value, Qualifier qualifier) {
        assertEquals(Optional.of(new DutchNumber(new BigDecimal(value), qualifier)), DutchNumber.parse(text), text);
    }

    private static void assertRefused(String text, String... guesses) {
        assertEquals(Optional.empty(), DutchNumber.parse(text), text);
        assertEquals(
                List.of(guesses),
                DutchNumber.guesses(text).stream()
                        .map(BigDecimal::toPlainString)
                        .toList(),
                text);
    }
}
