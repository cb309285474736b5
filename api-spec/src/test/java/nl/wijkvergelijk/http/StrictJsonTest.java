package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    enum Kind {
        WARD
    }

    record Ward(
            String name, Integer residents, BigDecimal fte, LocalDate asOf, Instant at, Kind kind, Boolean centre) {}

    private final ObjectMapper json = StrictJson.apply(new ObjectMapper().registerModule(new JavaTimeModule()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Palenstein\",\"name\":\"Centrum\"}",
                "{\"name\":\"Palenstein\",\"version\":99}",
                "{\"name\":5}",
                "{\"name\":true}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"\\udc00x\"}",
                "{\"residents\":\"5\"}",
                "{\"residents\":\"\"}",
                "{\"residents\":5.5}",
                "{\"fte\":\"8.5\"}",
                "{\"fte\":\"\"}",
                "{\"fte\":NaN}",
                "{\"asOf\":5}",
                "{\"asOf\":1e300}",
                "{\"asOf\":\"2005-02-30\"}",
                "{\"asOf\":\"\"}",
                "{\"asOf\":[2005,3,1]}",
                "{\"asOf\":\"+12005-03-01\"}",
                "{\"asOf\":\"2005-03-01T00:00:00\"}",
                "{\"at\":5}",
                "{\"at\":5.5}",
                "{\"at\":\"5\"}",
                "{\"at\":[2005,3,1]}",
                "{\"at\":\"2005-03-01\"}",
                "{\"at\":\"2005-03-01T10:00:00\"}",
                "{\"kind\":0}",
                "{\"kind\":\"ward\"}",
                "{\"centre\":\"true\"}",
                "{\"centre\":1}",
                "{} {}",
                "[]",
                "",
                "{",
            })
    void whatWouldBeCorruptedIsRefused(String body) {
        assertThrows(JsonProcessingException.class, () -> json.readValue(body, Ward.class), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\u0000\"}",
                "{\"a\":[{\"b\":\"\\ud800\"}]}",
                "{\"\\udc00\":1}",
                "{\"a\":1,\"a\":2}",
                "1 2"
            })
    void aTreeIsReadAsStrictly(String body) {
        assertThrows(JsonProcessingException.class, () -> json.readValue(body, JsonNode.class), body);
    }

    @Test
    void decimalsKeepTheirDigits() throws JsonProcessingException {
        String body = "{\"value\":9.50,\"big\":123456789012345678.123456789,\"whole\":6300}";
        assertEquals(body, json.writeValueAsString(json.readValue(body, JsonNode.class)));
        assertEquals(
                new BigDecimal("9.50"),
                json.readValue("{\"fte\":9.50}", Ward.class).fte());
    }

    @Test
    void aDayAndAMomentAreTextsAndAMomentMayHaveAnyOffset() throws JsonProcessingException {
        Ward ward = json.readValue("{\"asOf\":\"2005-03-01\",\"at\":\"2005-03-01T10:00:00+02:00\"}", Ward.class);
        assertEquals(LocalDate.of(2005, 3, 1), ward.asOf());
        assertEquals(Instant.parse("2005-03-01T08:00:00Z"), ward.at());
    }

    @Test
    void textsStayAsTheyAreAlsoEmojiAndEmpty() throws JsonProcessingException {
        assertEquals(
                "Wijk 🏘 é",
                json.readValue("{\"name\":\"Wijk 🏘 é\"}", Ward.class).name());
        assertEquals("", json.readValue("{\"name\":\"\"}", Ward.class).name());
    }
}
