package nl.wijkvergelijk.survey.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads the cells of one sheet after the other (ECMA-376, 18.3.1): formulas by the outcome that was stored, numbers as they are shown. */
final class SheetReader {
    private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?([1-9][0-9]{0,6})");
    private static final int LAST_ROW = 20_000;
    private static final int LAST_COLUMN = 500;
    private static final int LONGEST_NUMBER = 40;

    private final List<String> strings;
    private final List<Shape> shapes;
    private final boolean from1904;
    private int cellsLeft;
    private long charactersLeft;

    /**
     * Over all the sheets that are read.
     *
     * @param mostCharacters in the cells; a text that many cells share counts in each
     */
    SheetReader(List<String> strings, List<Shape> shapes, boolean from1904, int mostCells, long mostCharacters) {
        this.strings = strings;
        this.shapes = shapes;
        this.from1904 = from1904;
        this.cellsLeft = mostCells;
        this.charactersLeft = mostCharacters;
    }

    Spreadsheet.Sheet read(String name, XmlPart part) throws XMLStreamException {
        List<Spreadsheet.Row> rows = new ArrayList<>();
        List<Spreadsheet.Merge> merges = new ArrayList<>();
        int row = 0;
        int column = 0;
        SortedMap<Integer, Content> cells = new TreeMap<>();
        while (part.next()) {
            if (part.starts("row")) {
                String number = part.attribute("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = 0;
                cells = new TreeMap<>();
            } else if (part.starts("c")) {
                Matcher at = at(part.attribute("r"));
                column = at == null ? column : column(at.group(1));
                Content content = cell(part);
                if (!content.isEmpty()) {
                    count(row, column);
                    cells.put(column, content);
                }
                column++;
            } else if (part.ends("row") && !cells.isEmpty()) {
                rows.add(new Spreadsheet.Row(row, cells));
            } else if (part.starts("mergeCell")) {
                merges.add(merge(part.attribute("ref")));
                count(0, 0);
            }
        }
        return new Spreadsheet.Sheet(name, rows, merges);
    }

    private void count(int row, int column) {
        if (--cellsLeft < 0 || row > LAST_ROW || column > LAST_COLUMN) {
            throw Unreadable.tooLarge();
        }
    }

    private static Matcher at(String reference) {
        Matcher matcher = CELL.matcher(reference == null ? "" : reference);
        if (matcher.matches()) {
            return matcher;
        }
        if (reference != null) {
            throw Unreadable.damaged();
        }
        return null;
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static Spreadsheet.Merge merge(String range) {
        String[] ends = (range == null ? "" : range).split(":", -1);
        Matcher first = at(ends[0]);
        Matcher last = at(ends[ends.length - 1]);
        return new Spreadsheet.Merge(
                Integer.parseInt(first.group(2)),
                column(first.group(1)),
                Integer.parseInt(last.group(2)),
                column(last.group(1)));
    }

    private Content cell(XmlPart part) throws XMLStreamException {
        String type = part.attribute("t");
        String style = part.attribute("s");
        Shape shape = style == null ? Shape.PLAIN : shape(Integer.parseInt(style));
        String value = null;
        boolean formula = false;
        while (part.next() && !part.ends("c")) {
            if (part.starts("v")) {
                value = part.text("v", "");
            } else if (part.starts("is")) {
                value = part.text("is", "rPh");
            } else if (part.starts("f")) {
                formula = true;
            }
        }
        if (value == null || value.isEmpty()) {
            return formula && !"str".equals(type) ? new Content.Broken("=") : Content.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "n" -> number(value.strip(), shape);
            case "s" -> text(string(Integer.parseInt(value.strip())));
            case "inlineStr", "str" -> text(CellText.read(value));
            case "b" -> new Content.Logical(value.strip().equals("1"));
            case "d" ->
                new Content.Date(value.strip().length() > 10 ? value.strip().substring(0, 10) : value.strip());
            default -> new Content.Broken(value);
        };
    }

    private Content text(String text) {
        charactersLeft -= text.length();
        if (charactersLeft < 0) {
            throw Unreadable.tooLarge();
        }
        return Content.text(text);
    }

    private Shape shape(int style) {
        return style >= 0 && style < shapes.size() ? shapes.get(style) : Shape.PLAIN;
    }

    private String string(int index) {
        if (index < 0 || index >= strings.size()) {
            throw Unreadable.damaged();
        }
        return strings.get(index);
    }

    private Content number(String written, Shape shape) {
        if (written.length() > LONGEST_NUMBER) {
            throw Unreadable.damaged();
        }
        BigDecimal number = new BigDecimal(written);
        if (Math.abs((long) number.precision() - number.scale()) > 400) {
            return new Content.Broken(written);
        }
        return switch (shape) {
            case PLAIN -> Content.number(number);
            case PERCENT -> Content.number(number.movePointRight(2));
            case DAY, MONTH, YEAR -> date(number, shape);
            case TIME -> new Content.Broken(written);
        };
    }

    /** A date is a count of days; the one from 1900 counts a 29 February that never was. */
    private Content date(BigDecimal number, Shape shape) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(3_000_000)) > 0) {
            return new Content.Broken(number.toPlainString());
        }
        int days = number.intValue();
        LocalDate day = from1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
        String iso = day.toString();
        return new Content.Date(
                switch (shape) {
                    case YEAR -> iso.substring(0, iso.length() - 6);
                    case MONTH -> iso.substring(0, iso.length() - 3);
                    case DAY, PLAIN, PERCENT, TIME -> iso;
                });
    }
}
