package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was answered, by the shape it has; the question's type says which shape it must have. */
public sealed interface Value {

    /** The value as it travels. */
    JsonNode toJson();

    /** An integer, a decimal, a quantity, a percentage, an amount or a year, with the digits that were written. */
    record Number(BigDecimal number) implements Value {
        @Override
        public JsonNode toJson() {
            return Json.NODES.numberNode(number);
        }
    }

    /** A text, a date (ISO 8601) or the code of a choice. */
    record Words(String text) implements Value {
        @Override
        public JsonNode toJson() {
            return Json.NODES.textNode(text);
        }
    }

    /** Yes or no. */
    record YesNo(boolean yes) implements Value {
        @Override
        public JsonNode toJson() {
            return Json.NODES.booleanNode(yes);
        }
    }

    /** Several texts, or the codes of a multiple choice. */
    record WordList(List<String> texts) implements Value {
        public WordList {
            texts = List.copyOf(texts);
        }

        @Override
        public JsonNode toJson() {
            ArrayNode array = Json.array();
            texts.forEach(array::add);
            return array;
        }
    }

    /** Shares in percent by category; a category whose share is not known is not there. */
    record Shares(Map<String, Share> shares) implements Value {
        public Shares {
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }

        @Override
        public JsonNode toJson() {
            ObjectNode object = Json.object();
            shares.forEach((category, share) -> object.set(category, share.toJson()));
            return object;
        }
    }

    /** Rows of a table: column id to a number or a text. */
    record Rows(List<Map<String, Value>> rows) implements Value {
        public Rows {
            rows = rows.stream()
                    .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                    .toList();
        }

        @Override
        public JsonNode toJson() {
            ArrayNode array = Json.array();
            for (Map<String, Value> row : rows) {
                ObjectNode object = array.addObject();
                row.forEach((column, cell) -> object.set(column, cell.toJson()));
            }
            return array;
        }
    }
}
