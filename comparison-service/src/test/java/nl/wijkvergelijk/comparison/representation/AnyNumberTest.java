package nl.wijkvergelijk.comparison.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of {@link Numbers} whatever the number. */
class AnyNumberTest {

    @Property
    void everyNumberReadsBackAsItself(@ForAll double number) {
        String text = Numbers.plain(number);
        assertEquals(number + 0.0, Double.parseDouble(text));
        assertFalse(text.contains("E"), text);
    }
}
