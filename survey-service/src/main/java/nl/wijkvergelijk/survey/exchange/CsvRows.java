package nl.wijkvergelijk.survey.exchange;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Echo;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file under their header, one by one; empty rows are skipped. */
final class CsvRows {

    private final Bounded bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<CsvColumn> header;
    private final Notation notation;
    private int line;

    CsvRows(InputStream file) throws IOException {
        bounded = new Bounded(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        BufferedReader reader = new BufferedReader(bounded);
        skipMark(reader);
        String first = reader.readLine();
        if (first == null || first.isBlank()) {
            throw Csv.unreadable(new Text("De eerste regel noemt de kolommen.", "The first line names the columns."));
        }
        char delimiter = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        notation = delimiter == ',' ? Notation.DECIMAL_POINT : Notation.DUTCH;
        header = header(first.split(String.valueOf(delimiter), -1));
        parser = CSVParser.builder()
                .setReader(reader)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        records = parser.iterator();
        line = 1;
    }

    /** A row is far too long, most likely since a quotation mark does not close. */
    static final class Unreadable extends IOException {
        Unreadable() {
            super("a row is too long");
        }
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static List<CsvColumn> header(String[] names) {
        List<CsvColumn> header = new ArrayList<>();
        Set<CsvColumn> seen = EnumSet.noneOf(CsvColumn.class);
        for (String sent : names) {
            String name = sent.strip().replaceAll("^\"(.*)\"$", "$1").strip();
            CsvColumn column = CsvColumn.of(name).orElse(null);
            if (column == null && !name.isEmpty() || column != null && !seen.add(column)) {
                throw Csv.unreadable(new Text(
                        "De kolom %s kennen we niet, of staat er twee keer. Wel bekend: %s."
                                .formatted(Echo.of(name), String.join(", ", CsvColumn.codes())),
                        "The column %s is not known, or is there twice. Known are: %s."
                                .formatted(Echo.of(name), String.join(", ", CsvColumn.codes()))));
            }
            header.add(column);
        }
        if (!seen.contains(CsvColumn.MUNICIPALITY) || !seen.contains(CsvColumn.QUESTION)) {
            throw Csv.unreadable(new Text(
                    "De eerste regel moet de kolommen municipality en question noemen.",
                    "The first line must name the columns municipality and question."));
        }
        return header;
    }

    /** The columns there are. */
    List<CsvColumn> columns() {
        return header.stream().filter(Objects::nonNull).toList();
    }

    Notation notation() {
        return notation;
    }

    /** The last line that was read whole. */
    int line() {
        return line;
    }

    /** The next row, or null at the end. */
    CsvRow next() throws IOException {
        while (true) {
            bounded.begin();
            CSVRecord record = record();
            if (record == null) {
                return null;
            }
            int begins = line + 1;
            line = 1 + Math.toIntExact(parser.getCurrentLineNumber());
            CsvRow row = row(begins, record);
            if (row.tooMany() || !row.cells().isEmpty()) {
                return row;
            }
        }
    }

    /** The iterator wraps what goes wrong while it reads. */
    private CSVRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private CsvRow row(int begins, CSVRecord record) {
        Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
        boolean tooMany = false;
        int length = 0;
        for (int i = 0; i < record.size(); i++) {
            CsvColumn column = i < header.size() ? header.get(i) : null;
            String cell = record.get(i);
            length += cell.length();
            if (column == null) {
                tooMany |= !cell.isBlank();
            } else if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        }
        return new CsvRow(begins, cells, tooMany, length);
    }

    /** Reads no further than a row may be long. */
    private static final class Bounded extends FilterReader {
        private long read;

        Bounded(Reader in) {
            super(in);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            read += Math.max(n, 0);
            if (read > ResponseFile.LONGEST) {
                throw new Unreadable();
            }
            return n;
        }
    }
}
