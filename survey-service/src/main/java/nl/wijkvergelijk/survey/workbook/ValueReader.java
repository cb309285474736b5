package nl.wijkvergelijk.survey.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.answer.DutchNumber;
import nl.wijkvergelijk.survey.answer.Qualifier;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;

/** Puts together a value that takes several rows: marked options, shares, a list of texts, a table. */
final class ValueReader {
    private static final String VALUE = SheetColumn.VALUE.code();
    private static final List<SheetColumn> OF_A_SHARE = List.of(
            SheetColumn.VALUE, SheetColumn.QUALIFIER, SheetColumn.LOW, SheetColumn.HIGH, SheetColumn.AS_PRINTED);

    private final SentQuestion sent;
    private final CellReader cells;
    private final JsonNode before;
    private final String pointer;
    /** The rows that the items of a list or table came from. */
    private final List<SentRow> items = new ArrayList<>();

    /** @param before the value that was handed out; null for none */
    ValueReader(SentQuestion sent, CellReader cells, JsonNode before) {
        this.sent = sent;
        this.cells = cells;
        this.before = before;
        this.pointer = "/answers/" + InputError.segment(sent.question().id()) + "/value";
    }

    /** The value; null when nothing is filled in. */
    JsonNode read() {
        JsonNode value =
                switch (sent.question().type()) {
                    case MULTIPLE_CHOICE -> chosen();
                    case DISTRIBUTION -> shares();
                    case TEXT_LIST -> texts();
                    case TABLE -> table();
                    default -> throw new IllegalStateException("one cell holds it");
                };
        return value.isEmpty() ? null : value;
    }

    List<SentRow> items() {
        return items;
    }

    private CellReader.At at(String below, String part, String column) {
        return new CellReader.At(pointer + below, sent.row(part).orElse(sent.main()), column);
    }

    private JsonNode chosen() {
        Map<String, Boolean> marked = new LinkedHashMap<>();
        if (before != null) {
            before.forEach(code -> marked.put(code.textValue(), true));
        }
        for (Option option : sent.question().options()) {
            cells.mark(sent.now(option.code(), VALUE), at("", option.code(), VALUE))
                    .ifPresent(mark -> marked.put(option.code(), mark));
        }
        ArrayNode chosen = CellReader.NODES.arrayNode();
        marked.forEach((code, mark) -> {
            if (mark) {
                chosen.add(code);
            }
        });
        return chosen;
    }

    private JsonNode shares() {
        ObjectNode shares = CellReader.NODES.objectNode();
        for (Option option : sent.question().options()) {
            String code = option.code();
            ObjectNode share = share(code, before == null ? null : before.get(code));
            if (share.size() == 1 && share.has(VALUE)) {
                shares.set(code, share.get(VALUE));
            } else if (!share.isEmpty()) {
                shares.set(code, share);
            }
        }
        return shares;
    }

    /** One share with what is said about it; empty when its cell is. */
    private ObjectNode share(String code, JsonNode had) {
        ObjectNode share = CellReader.NODES.objectNode();
        if (had != null && had.isObject()) {
            share.setAll((ObjectNode) had);
        } else if (had != null) {
            share.set(VALUE, had);
        }
        boolean adds = false;
        Qualifier said = null;
        for (SheetColumn column : OF_A_SHARE) {
            if (!sent.isTouched(code, column.code())) {
                continue;
            }
            Content content = sent.now(code, column.code());
            CellReader.At at = at("/" + code + "/" + column.code(), code, column.code());
            JsonNode was = share.get(column.code());
            share.remove(column.code());
            if (content.isEmpty()) {
                continue;
            }
            adds = true;
            switch (column) {
                case VALUE -> {
                    DutchNumber number =
                            cells.number(content, at("/" + code, code, VALUE)).orElse(null);
                    if (number != null) {
                        share.set(VALUE, CellReader.same(number.value(), was));
                        said = number.qualifier() == Qualifier.EXACT ? null : number.qualifier();
                    }
                }
                case LOW, HIGH -> cells.plainNumber(content, was, at).ifPresent(n -> share.set(column.code(), n));
                case QUALIFIER ->
                    cells.choice(Choices.QUALIFIERS, content, at).ifPresent(n -> share.set(column.code(), n));
                default -> cells.text(content, at).ifPresent(n -> share.set(column.code(), n));
            }
        }
        if (said != null) {
            qualify(code, said, share);
        }
        return share.has(VALUE) || adds ? share : CellReader.NODES.objectNode();
    }

    private void qualify(String code, Qualifier said, ObjectNode share) {
        String column = SheetColumn.QUALIFIER.code();
        if (!share.has(column)) {
            share.put(column, said.code());
        } else if (!share.get(column).textValue().equals(said.code())) {
            cells.refuseQualifier(said, share.get(column).textValue(), at("/" + code + "/" + column, code, column));
        }
    }

    private JsonNode texts() {
        ArrayNode texts = CellReader.NODES.arrayNode();
        for (String line : sent.lines()) {
            Content content = sent.now(line, VALUE);
            if (content.isEmpty()) {
                continue;
            }
            Optional<JsonNode> text = sent.isTouched(line, VALUE)
                    ? cells.text(content, at("/" + texts.size(), line, VALUE))
                    : Optional.ofNullable(item(line));
            text.ifPresent(node -> {
                texts.add(node);
                items.add(sent.row(line).orElse(sent.main()));
            });
        }
        return texts;
    }

    private JsonNode table() {
        ArrayNode rows = CellReader.NODES.arrayNode();
        for (String line : sent.lines()) {
            ObjectNode row = row(line, "/" + rows.size());
            if (!row.isEmpty()) {
                rows.add(row);
                items.add(sent.row(line).orElse(sent.main()));
            }
        }
        return rows;
    }

    private ObjectNode row(String line, String below) {
        Question question = sent.question();
        JsonNode item = item(line);
        ObjectNode row = CellReader.NODES.objectNode();
        for (int k = 0; k < question.columns().size(); k++) {
            Column column = question.columns().get(k);
            String code = SheetColumn.ofTable(k);
            Content content = sent.now(line, code);
            JsonNode had = item == null ? null : item.get(column.id());
            if (!sent.isTouched(line, code)) {
                if (had != null) {
                    row.set(column.id(), had);
                }
            } else if (!content.isEmpty()) {
                CellReader.At at = at(below + "/" + column.id(), line, code);
                Optional<JsonNode> cell = column.type().isNumber()
                        ? cells.plainNumber(content, had, at)
                        : cells.words(column.type(), Choices.of(column.options()), content, at);
                cell.ifPresent(node -> row.set(column.id(), node));
            }
        }
        return row;
    }

    /** The item that was handed out on a line; null when that line was empty. */
    private JsonNode item(String line) {
        return before != null && line.matches("[1-9][0-9]{0,3}") ? before.get(Integer.parseInt(line) - 1) : null;
    }
}
