package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonErrorsTest {

    record Office(String kind, Integer hours) {}

    record Town(List<Office> offices) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"offices\":[{\"kind\":\"none\"},{\"hours\":\"24\"}]} | /offices/1/hours | wrong-type",
                "{\"offices\":[{\"a/b~c\":1}]} | /offices/0/a~1b~0c | unknown-member",
                "{\"offices\":5} | /offices | wrong-type",
                "{\"offices\": | '' | malformed-json",
                "'' | '' | malformed-json",
            })
    void anErrorPointsToItsPlace(String body, String pointer, String code) {
        ObjectMapper json = StrictJson.apply(new ObjectMapper());
        InputError error =
                JsonErrors.of(assertThrows(JsonProcessingException.class, () -> json.readValue(body, Town.class)));
        assertEquals(pointer + " " + code, error.pointer() + " " + error.code());
    }
}
