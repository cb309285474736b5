package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Question;

/** The schema of the value of an answer, in the shape its question asks for; {@link Values} reads the same shapes. */
final class SchemaValues {

    private SchemaValues() {}

    static ObjectNode of(Question question) {
        return switch (question.type()) {
            case INTEGER, DECIMAL, QUANTITY, MONEY, PERCENTAGE, YEAR -> SchemaParts.number(Values.numbers(question));
            case TEXT -> text(question);
            case DATE -> SchemaParts.ref("day");
            case SINGLE_CHOICE -> SchemaParts.codes(Values.codes(question.options()));
            case YES_NO -> Json.object().put("type", "boolean");
            case TEXT_LIST -> list(text(question));
            case MULTIPLE_CHOICE -> list(SchemaParts.codes(Values.codes(question.options())));
            case DISTRIBUTION -> shares(question);
            case TABLE -> rows(question);
        };
    }

    private static ObjectNode text(Question question) {
        int longest = Values.longest(question);
        return switch (longest) {
            case Texts.LONG -> SchemaParts.ref("long");
            case Texts.NAME -> SchemaParts.ref("name");
            default -> SchemaParts.text(longest);
        };
    }

    private static ObjectNode list(ObjectNode item) {
        ObjectNode list = Json.object()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", Values.MOST_TEXTS)
                .put("uniqueItems", true);
        list.set("items", item);
        return list;
    }

    private static ObjectNode shares(Question question) {
        ObjectNode shares = Json.object().put("type", "object").put("minProperties", 1);
        ObjectNode members = shares.putObject("properties");
        Values.codes(question.options()).forEach(code -> members.set(code, SchemaParts.ref("share")));
        return shares.put("additionalProperties", false);
    }

    private static ObjectNode rows(Question question) {
        ObjectNode rows = Json.object().put("type", "array").put("minItems", 1).put("maxItems", Values.MOST_ROWS);
        ObjectNode row = rows.putObject("items").put("type", "object");
        ArrayNode required = Json.array();
        ObjectNode members = row.putObject("properties");
        for (Column column : question.columns()) {
            members.set(column.id(), cell(column));
            if (column.required()) {
                required.add(column.id());
            }
        }
        if (!required.isEmpty()) {
            row.set("required", required);
        }
        row.put("additionalProperties", false);
        return rows;
    }

    private static ObjectNode cell(Column column) {
        return switch (column.type()) {
            case INTEGER, DECIMAL ->
                SchemaParts.number(new Numbers(column.type().isWhole(), BigDecimal.ZERO, null));
            case SINGLE_CHOICE -> SchemaParts.codes(Values.codes(column.options()));
            case TEXT -> SchemaParts.ref("name");
            case TEXT_LIST, QUANTITY, PERCENTAGE, MONEY, YEAR, DATE, YES_NO, MULTIPLE_CHOICE, DISTRIBUTION, TABLE ->
                throw new IllegalStateException(
                        "no column can be a " + column.type().code());
        };
    }
}
