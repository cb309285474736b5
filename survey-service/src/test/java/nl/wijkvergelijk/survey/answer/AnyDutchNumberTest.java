package nl.wijkvergelijk.survey.answer;

import static nl.wijkvergelijk.survey.answer.Qualifier.EXACT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds of {@link DutchNumber} whatever the text. */
class AnyDutchNumberTest {

    @Property
    void everyWholeNumberReadsBackFromItsDutchNotation(@ForAll @IntRange(min = 0) int number) {
        String dutch = "%,d".formatted(number).replace(',', '.');
        assertEquals(Optional.of(new DutchNumber(BigDecimal.valueOf(number), EXACT)), DutchNumber.parse(dutch));
    }

    @Property
    void noTextMakesItFail(@ForAll @StringLength(max = 80) String text) {
        DutchNumber.parse(text);
        DutchNumber.guesses(text);
        NumberAsText.explain(text);
    }
}
