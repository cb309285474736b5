package nl.wijkvergelijk.survey.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.DutchNumber;
import nl.wijkvergelijk.survey.answer.Qualifier;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;

/** Reads what one cell says as a piece of an answer. Whatever does not fit is refused at the cell; then the result is empty. */
final class CellReader {
    static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final Pattern DUTCH_DAY = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([12][0-9]{3})");
    private static final Pattern DUTCH_MONTH = Pattern.compile("([0-9]{1,2})[-/]([12][0-9]{3})");
    private static final Pattern PARTIAL = Pattern.compile("[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final Set<String> MARKS = Set.of("x", "v", "✓", "✔", "ja", "yes", "true", "waar", "1", "+");
    private static final Set<String> NO_MARKS = Set.of("nee", "no", "false", "onwaar", "0", "-", "–");

    private final Language language;
    private final CellErrors errors;

    CellReader(Language language, CellErrors errors) {
        this.language = language;
        this.errors = errors;
    }

    /** Where a cell stands, and what it is about. */
    record At(String pointer, SentRow row, String column) {}

    /** A number and how exact the words before it say it is. */
    Optional<DutchNumber> number(Content content, At at) {
        if (content instanceof Content.Number number) {
            return Optional.of(new DutchNumber(number.number(), Qualifier.EXACT));
        }
        if (content instanceof Content.Words words) {
            Optional<DutchNumber> read = DutchNumber.parse(words.text());
            return read.isPresent()
                    ? read
                    : refuse(at, "not-a-number-written-as-text", CellSentences.noNumber(words.text()));
        }
        if (content instanceof Content.Date) {
            return refuse(at, "wrong-type", CellSentences.DATE_FOR_NUMBER);
        }
        return refuse(at, "wrong-type", unusable(content));
    }

    /** A number that words do not belong to; the digits it had before are kept when it is the same number. */
    Optional<JsonNode> plainNumber(Content content, JsonNode before, At at) {
        DutchNumber number = number(content, at).orElse(null);
        if (number == null) {
            return Optional.empty();
        }
        if (number.qualifier() != Qualifier.EXACT) {
            return refuse(at, "bad-qualifier", CellSentences.WORDS_IN_RANGE);
        }
        return Optional.of(same(number.value(), before));
    }

    /** The number, with the digits it had before when it is the same number. */
    static JsonNode same(BigDecimal number, JsonNode before) {
        boolean isSame =
                before != null && before.isNumber() && before.decimalValue().compareTo(number) == 0;
        return isSame ? before : NODES.numberNode(number);
    }

    /** A value of a type that fits one cell and is no number, or a cell of a table that is none. */
    Optional<JsonNode> words(QuestionType type, Choices choices, Content content, At at) {
        return switch (type) {
            case YES_NO -> yesNo(content, at);
            case DATE -> day(content, at);
            case SINGLE_CHOICE -> choice(choices, content, at);
            default -> text(content, at);
        };
    }

    Optional<JsonNode> text(Content content, At at) {
        return shown(content, at).map(NODES::textNode);
    }

    Optional<JsonNode> choice(Choices choices, Content content, At at) {
        String shown = shown(content, at).orElse(null);
        if (shown == null) {
            return Optional.empty();
        }
        Optional<JsonNode> code = choices.code(shown, language).map(NODES::textNode);
        return code.isPresent() ? code : refuse(at, "unknown-option", CellSentences.notInList(shown, choices));
    }

    private Optional<JsonNode> yesNo(Content content, At at) {
        if (content instanceof Content.Logical logical) {
            return Optional.of(NODES.booleanNode(logical.yes()));
        }
        return choice(Choices.YES_NO, content, at)
                .map(code -> NODES.booleanNode(code.textValue().equals("true")));
    }

    private Optional<JsonNode> day(Content content, At at) {
        Optional<String> date = shown(content, at).map(CellReader::turned);
        if (date.isPresent()
                && !(date.get().length() == 10 && PARTIAL.matcher(date.get()).matches())) {
            return refuse(at, "bad-date", CellSentences.NO_DAY);
        }
        return date.map(NODES::textNode);
    }

    /** A year, a month or a day. */
    Optional<JsonNode> partialDate(Content content, At at) {
        Optional<String> date = shown(content, at).map(CellReader::turned);
        if (date.isPresent() && !PARTIAL.matcher(date.get()).matches()) {
            return refuse(at, "bad-date", CellSentences.NO_DATE);
        }
        return date.map(NODES::textNode);
    }

    private static String turned(String date) {
        Matcher day = DUTCH_DAY.matcher(date);
        if (day.matches()) {
            return "%s-%2s-%2s"
                    .formatted(day.group(3), day.group(2), day.group(1))
                    .replace(' ', '0');
        }
        Matcher month = DUTCH_MONTH.matcher(date);
        return month.matches()
                ? "%s-%2s".formatted(month.group(2), month.group(1)).replace(' ', '0')
                : date;
    }

    /** Whether an option is marked as chosen. */
    Optional<Boolean> mark(Content content, At at) {
        if (content.isEmpty()) {
            return Optional.of(false);
        }
        if (content instanceof Content.Logical logical) {
            return Optional.of(logical.yes());
        }
        String shown = shown(content, at).orElse(null);
        if (shown == null) {
            return Optional.empty();
        }
        String mark = shown.toLowerCase(java.util.Locale.ROOT);
        if (MARKS.contains(mark) || NO_MARKS.contains(mark)) {
            return Optional.of(MARKS.contains(mark));
        }
        return refuse(at, "unknown-option", CellSentences.NO_MARK);
    }

    private Optional<String> shown(Content content, At at) {
        Optional<String> shown = shown(content, language);
        return shown.isPresent() ? shown : refuse(at, "wrong-type", unusable(content));
    }

    private static Text unusable(Content content) {
        return content instanceof Content.Logical ? CellSentences.LOGICAL : CellSentences.BROKEN;
    }

    /** What a cell shows, as text; empty when that is no text. */
    private static Optional<String> shown(Content content, Language language) {
        if (content instanceof Content.Words words) {
            return Optional.of(words.text());
        }
        if (content instanceof Content.Number number) {
            String digits = number.number().toPlainString();
            return Optional.of(language == Language.NL ? digits.replace('.', ',') : digits);
        }
        return content instanceof Content.Date date ? Optional.of(date.iso()) : Optional.empty();
    }

    /** Whether somebody who wrote this means that code. */
    boolean means(Choices choices, String written, String code) {
        return choices.code(written, language).filter(code::equals).isPresent();
    }

    /** The answer and the column of how exact it is say different things. */
    void refuseQualifier(Qualifier said, String column, At at) {
        refuse(
                at,
                "bad-qualifier",
                CellSentences.twoQualifiers(Choices.QUALIFIERS.label(said.code(), language), column));
    }

    /** Whether a cell still says what it was handed out with, be it as another kind of cell. */
    static boolean unchanged(Content handedOut, Content sent, Language language) {
        if (handedOut instanceof Content.Number a && sent instanceof Content.Number b) {
            return a.number().compareTo(b.number()) == 0;
        }
        if (handedOut instanceof Content.Words words && !(sent instanceof Content.Words)) {
            return shown(sent, language).filter(words.text()::equals).isPresent();
        }
        return handedOut.equals(sent);
    }

    private <T> Optional<T> refuse(At at, String code, Text detail) {
        errors.add(at.pointer(), at.row(), at.column(), code, detail);
        return Optional.empty();
    }
}
