package nl.wijkvergelijk.survey.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.AnswerChanges;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.DutchNumber;
import nl.wijkvergelijk.survey.answer.Qualifier;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * Reads one question of a returned workbook. Only cells that say something else than was handed out change anything; the rest of the answer, its citations and
 * other statements included, stays as it is, digit by digit.
 */
final class QuestionReader {
    /** What may be said only because a cell could not be read. */
    private static final Set<String> OF_WHAT_LACKS =
            Set.of("value-or-missing", "unit-required", "range-required", "required", "bad-qualifier", "wrong-type");

    private final Questionnaire questionnaire;
    private final SentQuestion sent;
    private final Question question;
    private final Answer before;
    private final CellReader cells;
    private final CellErrors errors;
    private final String pointer;
    private List<SentRow> items = List.of();
    private Qualifier saidInWords;

    /** @param before the answer that was handed out; null for none */
    QuestionReader(Questionnaire questionnaire, SentQuestion sent, Answer before, CellReader cells, CellErrors errors) {
        this.questionnaire = questionnaire;
        this.sent = sent;
        this.question = sent.question();
        this.before = before;
        this.cells = cells;
        this.errors = errors;
        this.pointer = "/answers/" + InputError.segment(question.id());
    }

    /** The answer now, or that there is none any more; nothing at all when it is as it was, or when errors were added. */
    Optional<Optional<Answer>> read() {
        int errorsBefore = errors.count();
        refuseWhatIsNotForUse();
        ObjectNode was = before == null ? CellReader.NODES.objectNode() : before.toJson();
        ObjectNode now = was.deepCopy();
        boolean touched = value(was, now);
        boolean says = touched && now.has("value");
        for (SheetColumn column : SheetColumn.MEMBERS) {
            SheetRow.Cell cell = sent.mainCell(column);
            if (cell != null && cell.fixed()) {
                refuseOtherwise(column, cell);
            } else if (cell != null && sent.isTouched("", column.code())) {
                touched = true;
                says |= !sent.now("", column.code()).isEmpty();
                member(column, cell, now);
            }
        }
        if (!touched) {
            return Optional.empty();
        }
        boolean isRead = errors.count() == errorsBefore;
        if (isRead && !says && !now.has("value") && !now.has("missing")) {
            return before == null ? Optional.empty() : Optional.of(Optional.empty());
        }
        if (was.has("value") && !now.has("value") && now.has("missing")) {
            SheetColumn.OF_A_VALUE.stream()
                    .filter(column -> !sent.isTouched("", column.code()))
                    .forEach(column -> now.remove(column.code()));
        }
        return checked(now, isRead).filter(answer -> !answer.equals(before)).map(Optional::of);
    }

    private void refuseWhatIsNotForUse() {
        for (String part : sent.rowsSent()) {
            SentRow row = sent.row(part).orElseThrow();
            boolean isBelow = part.isEmpty() && QuestionRows.isComposite(question.type());
            row.columns().forEach((column, at) -> {
                boolean answers = SheetColumn.VALUE.code().equals(column)
                        || column.startsWith("table-")
                        || SheetColumn.MEMBERS.stream().anyMatch(c -> c.code().equals(column));
                if (answers
                        && !sent.isForUse(part, column)
                        && !row.row().cell(at).isEmpty()) {
                    boolean value = column.equals(SheetColumn.VALUE.code());
                    errors.add(
                            pointer,
                            row,
                            column,
                            "not-for-this-question",
                            isBelow && value ? CellSentences.BELOW : CellSentences.NOT_HERE);
                }
            });
        }
    }

    /** Reads the value if a cell of it says something else; answers whether one does. */
    private boolean value(ObjectNode was, ObjectNode now) {
        String column = SheetColumn.VALUE.code();
        boolean isComposite = QuestionRows.isComposite(question.type());
        boolean touched = isComposite ? sent.isAnyPartTouched() : sent.isTouched("", column);
        if (!touched) {
            return false;
        }
        JsonNode value;
        if (isComposite) {
            ValueReader reader = new ValueReader(sent, cells, was.get("value"));
            value = reader.read();
            items = reader.items();
        } else {
            value = single(was.get("value"), now);
        }
        if (value == null) {
            now.remove("value");
        } else {
            now.set("value", value);
        }
        return true;
    }

    private JsonNode single(JsonNode was, ObjectNode now) {
        Content content = sent.now("", SheetColumn.VALUE.code());
        if (content.isEmpty()) {
            return null;
        }
        CellReader.At at = at("/value", SheetColumn.VALUE);
        if (!question.type().isNumber()) {
            Choices choices = sent.mainCell(SheetColumn.VALUE).choices();
            return cells.words(question.type(), choices, content, at).orElse(null);
        }
        DutchNumber number = cells.number(content, at).orElse(null);
        if (number == null) {
            return null;
        }
        if (number.qualifier() != Qualifier.EXACT) {
            qualify(number.qualifier(), now);
        }
        return CellReader.same(number.value(), was);
    }

    /** "ca. 8" is a number and a qualifier; what stands in the column of its own must not say otherwise. */
    private void qualify(Qualifier said, ObjectNode now) {
        Content column = sent.now("", SheetColumn.QUALIFIER.code());
        boolean agrees =
                column instanceof Content.Words words && cells.means(Choices.QUALIFIERS, words.text(), said.code());
        if (column.isEmpty()) {
            saidInWords = said;
            now.put("qualifier", said.code());
        } else if (!agrees) {
            String shown = column instanceof Content.Words words ? words.text() : "?";
            cells.refuseQualifier(said, shown, at("/qualifier", SheetColumn.QUALIFIER));
        }
    }

    /** A cell that only shows what cannot be otherwise may be emptied, but not say something else. */
    private void refuseOtherwise(SheetColumn column, SheetRow.Cell cell) {
        Content content = sent.now("", column.code());
        if (content.isEmpty() || !sent.isTouched("", column.code())) {
            return;
        }
        CellReader.At at = at("/" + column.code(), column);
        if (cell.choices().isEmpty()) {
            errors.add(at.pointer(), at.row(), at.column(), "not-for-this-question", CellSentences.NOT_HERE);
        } else {
            cells.choice(cell.choices(), content, at);
        }
    }

    private void member(SheetColumn column, SheetRow.Cell cell, ObjectNode now) {
        String member = column.code();
        Content content = sent.now("", member);
        if (content.isEmpty()) {
            if (column == SheetColumn.QUALIFIER && saidInWords != null) {
                now.put(member, saidInWords.code());
            } else {
                now.remove(member);
            }
            return;
        }
        CellReader.At at = at("/" + member, column);
        JsonNode had = now.get(member);
        Optional<JsonNode> read =
                switch (column) {
                    case LOW, HIGH -> cells.plainNumber(content, had, at);
                    case AS_OF -> cells.partialDate(content, at);
                    case UNIT, QUALIFIER, DEFINITION, BASIS, PERIOD, CURRENCY, MISSING ->
                        cells.choice(cell.choices(), content, at);
                    default -> cells.text(content, at);
                };
        read.ifPresent(node -> now.set(member, node));
    }

    private CellReader.At at(String below, SheetColumn column) {
        return new CellReader.At(pointer + below, sent.main(), column.code());
    }

    /** The answer, if everything about it is right together. */
    private Optional<Answer> checked(ObjectNode answer, boolean isRead) {
        ObjectNode answers = CellReader.NODES.objectNode().set(question.id(), answer);
        List<InputError> found = new ArrayList<>();
        AnswerChanges changes = AnswerReader.stored(questionnaire, answers, found);
        for (InputError error : found) {
            if (isRead || !OF_WHAT_LACKS.contains(error.code())) {
                place(error);
            }
        }
        return found.isEmpty() && isRead
                ? changes.byQuestion().getOrDefault(question.id(), Optional.empty())
                : Optional.empty();
    }

    /** Says an error where the official sees it. */
    private void place(InputError error) {
        String[] below = error.pointer().length() > pointer.length()
                ? error.pointer().substring(pointer.length() + 1).split("/")
                : new String[] {""};
        String column = SheetColumn.MEMBERS.stream().anyMatch(c -> c.code().equals(below[0]))
                ? below[0]
                : SheetColumn.VALUE.code();
        SentRow row = sent.main();
        if (below[0].equals("value") && below.length > 1) {
            boolean isItem = below[1].matches("[0-9]{1,4}") && Integer.parseInt(below[1]) < items.size();
            row = isItem
                    ? items.get(Integer.parseInt(below[1]))
                    : sent.row(below[1]).orElse(row);
            if (below.length > 2) {
                column = columnOf(below[2]);
            }
        }
        SheetRow.Cell unit = sent.mainCell(SheetColumn.UNIT);
        errors.add(
                error.pointer(),
                row,
                column,
                error.code(),
                CellSentences.of(error, below[0], unit == null ? Choices.NONE : unit.choices()));
    }

    /** The column of a member of an item: of a table's row, or of a share. */
    private String columnOf(String id) {
        for (int k = 0; k < question.columns().size(); k++) {
            if (question.columns().get(k).id().equals(id)) {
                return SheetColumn.ofTable(k);
            }
        }
        boolean isMember = question.columns().isEmpty()
                && SheetColumn.MEMBERS.stream().anyMatch(column -> column.code().equals(id));
        return isMember ? id : SheetColumn.VALUE.code();
    }
}
