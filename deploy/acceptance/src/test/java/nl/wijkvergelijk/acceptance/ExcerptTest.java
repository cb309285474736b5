package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\": 1} | {\"a\": 1.0, \"b\": 2} | 0",
                "{\"a\": [1, {\"b\": 2}]} | {\"a\": [1, {\"b\": 2, \"c\": 3}]} | 0",
                "{\"a\": 1} | {\"a\": 2} | 1",
                "{\"a\": 1} | {} | 1",
                "{\"a\": [1]} | {\"a\": [1, 2]} | 1",
                "{\"a\": null} | {\"a\": 0} | 1",
            })
    void whatIsShownMustBeThere(String shown, String real, int differences) throws JsonProcessingException {
        assertEquals(
                differences,
                Excerpt.differences(RunningProduct.JSON.readTree(shown), RunningProduct.JSON.readTree(real))
                        .size());
    }
}
