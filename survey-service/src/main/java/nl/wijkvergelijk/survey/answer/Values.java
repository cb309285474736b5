package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;

/** Reads the value of an answer in the shape its question asks for. */
final class Values {
    static final int MOST_TEXTS = 200;
    static final int MOST_ROWS = 100;

    private Values() {}

    /** The value, or null after adding why not. */
    static Value read(Question question, JsonNode node, Refusals refusals) {
        return switch (question.type()) {
            case INTEGER, DECIMAL, QUANTITY, MONEY, PERCENTAGE, YEAR -> number(question, node, refusals);
            case TEXT -> words(Texts.read(node, longest(question), refusals));
            case DATE -> words(Dates.day(node, refusals));
            case SINGLE_CHOICE -> words(Codes.read(node, codes(question.options()), "unknown-option", refusals));
            case YES_NO -> yesNo(node, refusals);
            case TEXT_LIST ->
                list(Lists.distinct(node, MOST_TEXTS, refusals, (item, at) -> Texts.read(item, longest(question), at)));
            case MULTIPLE_CHOICE ->
                list(Lists.distinct(
                        node,
                        MOST_TEXTS,
                        refusals,
                        (item, at) -> Codes.read(item, codes(question.options()), "unknown-option", at)));
            case DISTRIBUTION -> shares(question, node, refusals);
            case TABLE -> rows(question, node, refusals);
        };
    }

    /** How a number of this question must be; also for the ends of a range. */
    static Numbers numbers(Question question) {
        boolean year = question.type() == QuestionType.YEAR;
        boolean share = question.type() == QuestionType.PERCENTAGE;
        BigDecimal lowest = year ? BigDecimal.valueOf(1000) : share ? BigDecimal.ZERO : null;
        BigDecimal highest = year ? BigDecimal.valueOf(2999) : share ? BigDecimal.valueOf(100) : null;
        return new Numbers(
                question.type().isWhole(),
                question.min() == null ? lowest : question.min(),
                question.max() == null ? highest : question.max());
    }

    private static Value number(Question question, JsonNode node, Refusals refusals) {
        BigDecimal number = numbers(question).read(node, refusals);
        return number == null ? null : new Value.Number(number);
    }

    private static Value words(String text) {
        return text == null ? null : new Value.Words(text);
    }

    private static Value list(List<String> texts) {
        return texts.isEmpty() || texts.contains(null) ? null : new Value.WordList(texts);
    }

    private static Value yesNo(JsonNode node, Refusals refusals) {
        if (!node.isBoolean()) {
            refusals.add(
                    "wrong-type",
                    "Antwoord met true (ja) of false (nee), zonder aanhalingstekens.",
                    "Answer with true (yes) or false (no), without quotation marks.");
            return null;
        }
        return new Value.YesNo(node.booleanValue());
    }

    private static Value shares(Question question, JsonNode node, Refusals refusals) {
        List<String> categories = codes(question.options());
        if (!node.isObject() || node.isEmpty()) {
            refusals.add(
                    "wrong-type",
                    "Hier hoort een verdeling in procenten, zoals {\"%s\": 40}.".formatted(categories.get(0)),
                    "A distribution in percent belongs here, such as {\"%s\": 40}.".formatted(categories.get(0)));
            return null;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!categories.contains(name)) {
                Codes.read(Json.NODES.textNode(name), categories, "unknown-option", refusals.at(name));
            }
        });
        Map<String, Share> shares = new LinkedHashMap<>();
        for (String category : categories) {
            if (node.has(category)) {
                shares.put(category, Share.read(node.get(category), refusals.at(category)));
            }
        }
        return shares.size() < node.size() || shares.containsValue(null) ? null : new Value.Shares(shares);
    }

    private static Value rows(Question question, JsonNode node, Refusals refusals) {
        List<JsonNode> items = Lists.read(node, MOST_ROWS, refusals);
        if (node.isArray() && node.isEmpty()) {
            refusals.add(
                    "required",
                    "De tabel heeft geen rijen. Is er niets, laat \"value\" dan weg en zet in \"missing\" waarom.",
                    "The table has no rows. If there is nothing, leave \"value\" out and say why in \"missing\".");
        }
        List<Map<String, Value>> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rows.add(row(question.columns(), items.get(i), refusals.at(i)));
        }
        return rows.isEmpty() || rows.contains(null) ? null : new Value.Rows(rows);
    }

    private static Map<String, Value> row(List<Column> columns, JsonNode node, Refusals refusals) {
        Set<String> declared = columns.stream().map(Column::id).collect(Collectors.toSet());
        Members members = Members.of(node, declared, refusals).orElse(null);
        if (members == null) {
            return null;
        }
        Map<String, Value> row = new LinkedHashMap<>();
        for (Column column : columns) {
            if (column.required()) {
                members.require(column.id());
            }
            JsonNode cell = members.get(column.id());
            if (cell != null) {
                row.put(column.id(), cell(column, cell, members.at(column.id())));
            }
        }
        return row.containsValue(null) ? null : row;
    }

    private static Value cell(Column column, JsonNode node, Refusals refusals) {
        return switch (column.type()) {
            case INTEGER, DECIMAL -> {
                BigDecimal number = new Numbers(column.type().isWhole(), BigDecimal.ZERO, null).read(node, refusals);
                yield number == null ? null : new Value.Number(number);
            }
            case SINGLE_CHOICE -> words(Codes.read(node, codes(column.options()), "unknown-option", refusals));
            case TEXT -> words(Texts.read(node, Texts.NAME, refusals));
            case TEXT_LIST, QUANTITY, PERCENTAGE, MONEY, YEAR, DATE, YES_NO, MULTIPLE_CHOICE, DISTRIBUTION, TABLE ->
                throw new IllegalStateException(
                        "no column can be a " + column.type().code());
        };
    }

    static int longest(Question question) {
        return Objects.requireNonNullElse(question.maxLength(), Texts.LONG);
    }

    static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }
}
