package nl.wijkvergelijk.survey.exchange;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a CSV file of answers, in the order in which they are written. */
enum CsvColumn {
    MUNICIPALITY("municipality", Kind.CODE),
    REVISION("revision", Kind.NUMBER),
    QUESTION("question", Kind.CODE),
    VALUE("value", Kind.VALUE),
    MISSING("missing", Kind.CODE),
    UNIT("unit", Kind.CODE),
    QUALIFIER("qualifier", Kind.CODE),
    LOW("low", Kind.NUMBER),
    HIGH("high", Kind.NUMBER),
    AS_OF("asOf", Kind.CODE),
    DEFINITION("definition", Kind.CODE),
    BASIS("basis", Kind.CODE),
    PERIOD("period", Kind.CODE),
    CURRENCY("currency", Kind.CODE),
    AS_PRINTED("asPrinted", Kind.TEXT),
    CORRECTION("correction", Kind.TEXT),
    NOTE("note", Kind.TEXT),
    COMMENT("comment", Kind.TEXT),
    EVIDENCE("evidence", Kind.JSON),
    STATEMENTS("statements", Kind.JSON);

    /** What its cells hold. */
    enum Kind {
        /** Blanks around it say nothing. */
        CODE,
        NUMBER,
        /** As the type of the question says. */
        VALUE,
        TEXT,
        JSON
    }

    private final String code;
    private final Kind kind;

    CsvColumn(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    String code() {
        return code;
    }

    Kind kind() {
        return kind;
    }

    static Optional<CsvColumn> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code.equals(code))
                .findFirst();
    }

    /** The members of an answer. */
    static List<CsvColumn> ofAnswer() {
        return Arrays.stream(values())
                .filter(column -> column.compareTo(QUESTION) > 0)
                .toList();
    }

    /** All that an answer can have in a file with these columns; value and missing stand for each other. */
    static Set<String> sayable(Collection<CsvColumn> columns) {
        return Stream.concat(columns.stream(), Stream.of(VALUE, MISSING))
                .map(CsvColumn::code)
                .collect(Collectors.toSet());
    }

    static String[] codes() {
        return Arrays.stream(values()).map(CsvColumn::code).toArray(String[]::new);
    }
}
