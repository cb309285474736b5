package nl.wijkvergelijk.survey.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Section;

/** The columns of a sheet with questions. A sheet's first row names them by code, so that a column that was moved is still found. */
enum SheetColumn {
    QUESTION("question", 3, "", ""),
    PART("part", 3, "", ""),
    FORM("form", 9, "Nr.", "No."),
    LABEL("label", 42, "Vraag", "Question"),
    HELP("help", 48, "Uitleg", "Explanation"),
    VALUE("value", 32, "Antwoord", "Answer"),
    UNIT("unit", 16, "Eenheid", "Unit"),
    QUALIFIER("qualifier", 15, "Hoe precies", "How exact"),
    LOW("low", 12, "Laagste (bij van … tot)", "Lowest (of a range)"),
    HIGH("high", 12, "Hoogste (bij van … tot)", "Highest (of a range)"),
    AS_OF("asOf", 13, "Peildatum (2005, 2005-01 of 2005-01-31)", "As of (2005, 2005-01 or 2005-01-31)"),
    DEFINITION("definition", 28, "Definitie", "Definition"),
    BASIS("basis", 20, "Bedrag per", "Amount per"),
    PERIOD("period", 12, "Periode", "Period"),
    CURRENCY("currency", 8, "Munt", "Currency"),
    MISSING("missing", 22, "Waarom geen antwoord", "Why there is no answer"),
    NOTE("note", 36, "Toelichting (openbaar)", "Note (public)"),
    COMMENT("comment", 36, "Opmerking (intern)", "Comment (internal)"),
    AS_PRINTED("asPrinted", 30, "Zoals het in de bron staat", "As the source prints it"),
    CORRECTION("correction", 30, "Waarom dat anders is", "Why that differs");

    /** What belongs to a value and goes with it. */
    static final List<SheetColumn> OF_A_VALUE =
            List.of(UNIT, QUALIFIER, LOW, HIGH, DEFINITION, BASIS, PERIOD, CURRENCY, CORRECTION);

    /** The members of an answer beside its value, in the order of the columns. */
    static final List<SheetColumn> MEMBERS =
            Arrays.stream(values()).filter(c -> c.compareTo(VALUE) > 0).toList();

    private final String code;
    private final int width;
    private final Text heading;

    SheetColumn(String code, int width, String nl, String en) {
        this.code = code;
        this.width = width;
        this.heading = new Text(nl, en);
    }

    /** The code in the first row; for {@link #MEMBERS} and the value the name in JSON. */
    String code() {
        return code;
    }

    int width() {
        return width;
    }

    Text heading() {
        return heading;
    }

    /** The column in which the k-th column of a table is written, by its code: from that of the value on. */
    static String ofTable(int k) {
        int at = VALUE.ordinal() + k;
        return at < values().length ? values()[at].code : "table-" + (k + 1);
    }

    /** The codes of all columns of a section's sheet, in order. */
    static List<String> codes(Section section) {
        List<String> codes =
                new ArrayList<>(Stream.of(values()).map(SheetColumn::code).toList());
        int widest = section.questions().stream()
                .mapToInt(q -> q.columns().size())
                .max()
                .orElse(0);
        for (int k = values().length - VALUE.ordinal(); k < widest; k++) {
            codes.add(ofTable(k));
        }
        return codes;
    }
}
