package nl.wijkvergelijk.survey.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.Exactness;
import nl.wijkvergelijk.survey.answer.Share;
import nl.wijkvergelijk.survey.answer.Statement;
import nl.wijkvergelijk.survey.answer.Value;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** A question with its answer as rows of a sheet: what is handed out, and what a returned sheet is compared with. */
final class QuestionRows {
    /** Empty lines below a list or table. */
    static final int ROOM = 10;
    /** What marks a chosen option. */
    static final String CHOSEN = "x";

    private final Questionnaire questionnaire;
    private final Language language;

    QuestionRows(Questionnaire questionnaire, Language language) {
        this.questionnaire = questionnaire;
        this.language = language;
    }

    /** @param answer null when there is none */
    List<SheetRow> of(Question question, Answer answer) {
        Value value = answer == null ? null : answer.chosen().value();
        List<SheetRow> rows = new ArrayList<>();
        rows.add(new SheetRow(question, "", label(question), main(question, answer)));
        switch (question.type()) {
            case MULTIPLE_CHOICE -> {
                List<String> chosen = value instanceof Value.WordList list ? list.texts() : List.of();
                for (Option option : question.options()) {
                    Content mark = chosen.contains(option.code()) ? Content.text(CHOSEN) : Content.EMPTY;
                    rows.add(part(question, option.code(), option.label().in(language), SheetRow.Cell.of(mark)));
                }
            }
            case DISTRIBUTION -> {
                Map<String, Share> shares = value instanceof Value.Shares s ? s.shares() : Map.of();
                for (Option option : question.options()) {
                    String label = option.label().in(language) + " (%)";
                    rows.add(new SheetRow(question, option.code(), label, share(shares.get(option.code()))));
                }
            }
            case TEXT_LIST -> {
                List<String> texts = value instanceof Value.WordList list ? list.texts() : List.of();
                for (int i = 0; i < texts.size() + ROOM; i++) {
                    Content text = i < texts.size() ? Content.text(texts.get(i)) : Content.EMPTY;
                    rows.add(part(question, String.valueOf(i + 1), (i + 1) + ".", SheetRow.Cell.of(text)));
                }
            }
            case TABLE -> table(question, value instanceof Value.Rows r ? r.rows() : List.of(), rows);
            case TEXT, INTEGER, DECIMAL, QUANTITY, PERCENTAGE, MONEY, YEAR, DATE, YES_NO, SINGLE_CHOICE -> {}
        }
        return rows;
    }

    private String label(Question question) {
        return question.label() == null ? question.id() : question.label().in(language);
    }

    private void table(Question question, List<Map<String, Value>> values, List<SheetRow> rows) {
        Map<String, SheetRow.Cell> headings = new LinkedHashMap<>();
        for (int k = 0; k < question.columns().size(); k++) {
            String label = question.columns().get(k).label().in(language);
            headings.put(SheetColumn.ofTable(k), SheetRow.Cell.fixed(Content.text(label), Choices.NONE));
        }
        rows.add(new SheetRow(question, SheetRow.HEADINGS, "", headings));
        for (int i = 0; i < values.size() + ROOM; i++) {
            Map<String, Value> row = i < values.size() ? values.get(i) : Map.of();
            Map<String, SheetRow.Cell> cells = new LinkedHashMap<>();
            for (int k = 0; k < question.columns().size(); k++) {
                Column column = question.columns().get(k);
                Choices choices = Choices.of(column.options());
                cells.put(SheetColumn.ofTable(k), SheetRow.Cell.of(cell(row.get(column.id()), choices), choices));
            }
            rows.add(new SheetRow(question, String.valueOf(i + 1), (i + 1) + ".", cells));
        }
    }

    private Map<String, SheetRow.Cell> share(Share share) {
        Map<String, SheetRow.Cell> cells = new LinkedHashMap<>();
        put(cells, SheetColumn.VALUE, SheetRow.Cell.of(number(share == null ? null : share.percent())));
        Exactness exactness = share == null ? new Exactness(null, null, null) : share.exactness();
        put(
                cells,
                SheetColumn.QUALIFIER,
                SheetRow.Cell.of(label(Choices.QUALIFIERS, exactness.qualifier()), Choices.QUALIFIERS));
        put(cells, SheetColumn.LOW, SheetRow.Cell.of(number(exactness.low())));
        put(cells, SheetColumn.HIGH, SheetRow.Cell.of(number(exactness.high())));
        put(cells, SheetColumn.AS_PRINTED, text(share == null ? null : share.asPrinted()));
        return cells;
    }

    private static SheetRow part(Question question, String part, String label, SheetRow.Cell value) {
        return new SheetRow(question, part, label, Map.of(SheetColumn.VALUE.code(), value));
    }

    private Map<String, SheetRow.Cell> main(Question question, Answer answer) {
        Statement said = answer == null ? null : answer.chosen();
        Map<String, SheetRow.Cell> cells = new LinkedHashMap<>();
        if (!isComposite(question.type())) {
            Choices choices = valueChoices(question);
            Value value = said == null ? null : said.value();
            put(cells, SheetColumn.VALUE, SheetRow.Cell.of(cell(value, choices), choices));
        }
        choice(cells, SheetColumn.UNIT, units(question), said == null ? null : said.unit());
        if (question.type() == QuestionType.PERCENTAGE && question.units().isEmpty()) {
            put(cells, SheetColumn.UNIT, SheetRow.Cell.fixed(Content.text("%"), Choices.NONE));
        }
        if (question.type().isNumber()) {
            Content qualifier = label(Choices.QUALIFIERS, said == null ? null : said.qualifier());
            put(cells, SheetColumn.QUALIFIER, SheetRow.Cell.of(qualifier, Choices.QUALIFIERS));
            put(cells, SheetColumn.LOW, SheetRow.Cell.of(number(said == null ? null : said.low())));
            put(cells, SheetColumn.HIGH, SheetRow.Cell.of(number(said == null ? null : said.high())));
        }
        put(cells, SheetColumn.AS_OF, text(said == null ? null : said.asOf()));
        choice(
                cells,
                SheetColumn.DEFINITION,
                Choices.of(question.definitions()),
                said == null ? null : said.definition());
        choice(cells, SheetColumn.BASIS, bases(question), said == null ? null : said.basis());
        choice(cells, SheetColumn.PERIOD, periods(question), said == null ? null : said.period());
        choice(cells, SheetColumn.CURRENCY, currencies(question), said == null ? null : said.currency());
        Content missing = label(Choices.MISSING, said == null ? null : said.missing());
        put(cells, SheetColumn.MISSING, SheetRow.Cell.of(missing, Choices.MISSING));
        put(cells, SheetColumn.NOTE, text(said == null ? null : said.note()));
        put(cells, SheetColumn.COMMENT, text(answer == null ? null : answer.comment()));
        put(cells, SheetColumn.AS_PRINTED, text(said == null ? null : said.asPrinted()));
        put(cells, SheetColumn.CORRECTION, text(answer == null ? null : answer.correction()));
        return cells;
    }

    /** Whether the answer takes more rows than the question's own. */
    static boolean isComposite(QuestionType type) {
        return switch (type) {
            case MULTIPLE_CHOICE, DISTRIBUTION, TEXT_LIST, TABLE -> true;
            case TEXT, INTEGER, DECIMAL, QUANTITY, PERCENTAGE, MONEY, YEAR, DATE, YES_NO, SINGLE_CHOICE -> false;
        };
    }

    private static Choices valueChoices(Question question) {
        return switch (question.type()) {
            case SINGLE_CHOICE -> Choices.of(question.options());
            case YES_NO -> Choices.YES_NO;
            default -> Choices.NONE;
        };
    }

    private Choices units(Question question) {
        return Choices.of(question.units(), questionnaire.units());
    }

    private Choices bases(Question question) {
        return Choices.of(question.bases(), questionnaire.bases());
    }

    private Choices periods(Question question) {
        return Choices.of(question.periods(), questionnaire.periods());
    }

    private static Choices currencies(Question question) {
        return Choices.of(question.currencies(), Map.of());
    }

    /** A column that exists for this question when there is something to choose; where there is no choice it is shown, also unasked. */
    private void choice(Map<String, SheetRow.Cell> cells, SheetColumn column, Choices choices, String code) {
        if (choices.isEmpty()) {
            return;
        }
        boolean implied = column == SheetColumn.UNIT || column == SheetColumn.CURRENCY;
        boolean only = implied && choices.shown(language).size() == 1;
        Content shown = code != null
                ? Content.text(choices.label(code, language))
                : only ? Content.text(choices.shown(language).get(0)) : Content.EMPTY;
        put(cells, column, only ? SheetRow.Cell.fixed(shown, choices) : SheetRow.Cell.of(shown, choices));
    }

    private Content label(Choices choices, Coded code) {
        return code == null ? Content.EMPTY : Content.text(choices.label(code.code(), language));
    }

    private Content cell(Value value, Choices choices) {
        if (value instanceof Value.Number number) {
            return number(number.number());
        }
        if (value instanceof Value.YesNo yesNo) {
            return Content.text(choices.label(String.valueOf(yesNo.yes()), language));
        }
        if (value instanceof Value.Words words) {
            return Content.text(choices.isEmpty() ? words.text() : choices.label(words.text(), language));
        }
        return Content.EMPTY;
    }

    /** A number; one that has more digits than a spreadsheet keeps is written out. */
    private static Content number(BigDecimal number) {
        if (number == null) {
            return Content.EMPTY;
        }
        return number.stripTrailingZeros().precision() > 15
                ? Content.text(number.toPlainString().replace('.', ','))
                : Content.number(number);
    }

    private static SheetRow.Cell text(String text) {
        return SheetRow.Cell.of(Content.text(text));
    }

    private static void put(Map<String, SheetRow.Cell> cells, SheetColumn column, SheetRow.Cell cell) {
        cells.put(column.code(), cell);
    }
}
