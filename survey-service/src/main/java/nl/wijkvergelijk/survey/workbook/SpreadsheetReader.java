package nl.wijkvergelijk.survey.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Opens an .xlsx file that somebody sent, and trusts nothing in it. */
final class SpreadsheetReader {
    private static final String RELATIONSHIPS = "_rels/";
    private static final int MOST_SHEETS = 200;

    private final Parts parts;
    private final long mostCharacters;
    private final int mostCells;

    private SpreadsheetReader(Parts parts, long mostCharacters, int mostCells) {
        this.parts = parts;
        this.mostCharacters = mostCharacters;
        this.mostCells = mostCells;
    }

    /** What the file says; a problem that says why not when it is not opened. */
    static Spreadsheet read(byte[] file, long mostUnpacked, int mostCells) {
        try {
            return new SpreadsheetReader(Parts.unpack(file, mostUnpacked), mostUnpacked, mostCells).read();
        } catch (XMLStreamException | NumberFormatException e) {
            throw Unreadable.damaged();
        }
    }

    private Spreadsheet read() throws XMLStreamException {
        refuseMacros();
        String workbook = targets("", ".rels").values().stream()
                .filter(target -> target.type().endsWith("/officeDocument"))
                .map(Target::part)
                .findFirst()
                .orElseThrow(Unreadable::damaged);
        int slash = workbook.lastIndexOf('/') + 1;
        Map<String, Target> targets = targets(workbook.substring(0, slash), workbook.substring(slash) + ".rels");
        List<String> strings = strings(targets);
        List<Shape> shapes = new ArrayList<>();
        Optional<XmlPart> styles = ofType(targets, "/styles");
        if (styles.isPresent()) {
            shapes.addAll(Shape.read(styles.get()));
        }
        List<String[]> sheets = new ArrayList<>();
        boolean from1904 = false;
        XmlPart part = parts.find(workbook).orElseThrow(Unreadable::damaged);
        while (part.next()) {
            if (part.starts("workbookPr")) {
                String value = part.attribute("date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (part.starts("sheet")) {
                sheets.add(new String[] {part.attribute("name"), part.attribute("id")});
            }
        }
        if (sheets.size() > MOST_SHEETS) {
            throw Unreadable.tooLarge();
        }
        SheetReader reader = new SheetReader(strings, shapes, from1904, mostCells, mostCharacters);
        List<Spreadsheet.Sheet> read = new ArrayList<>();
        for (String[] sheet : sheets) {
            Target target = targets.get(sheet[1]);
            if (sheet[0] == null || target == null) {
                throw Unreadable.damaged();
            }
            if (target.type().endsWith("/worksheet")) {
                read.add(reader.read(sheet[0], parts.find(target.part()).orElseThrow(Unreadable::damaged)));
            }
        }
        return new Spreadsheet(read);
    }

    private void refuseMacros() throws XMLStreamException {
        XmlPart types = parts.find("[Content_Types].xml").orElseThrow(Unreadable::damaged);
        while (types.next()) {
            String type = types.attribute("ContentType");
            if (types.starts("Override") && type != null && type.contains("macroEnabled")) {
                throw Unreadable.macros();
            }
        }
    }

    private List<String> strings(Map<String, Target> targets) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        XmlPart part = ofType(targets, "/sharedStrings").orElse(null);
        while (part != null && part.next()) {
            if (part.starts("si")) {
                strings.add(CellText.read(part.text("si", "rPh")));
            }
        }
        return strings;
    }

    private Optional<XmlPart> ofType(Map<String, Target> targets, String type) throws XMLStreamException {
        for (Target target : targets.values()) {
            if (target.type().endsWith(type)) {
                return parts.find(target.part());
            }
        }
        return Optional.empty();
    }

    /** Where a part's relationships point, by their ids. */
    private Map<String, Target> targets(String folder, String rels) throws XMLStreamException {
        Map<String, Target> targets = new HashMap<>();
        XmlPart part = parts.find(folder + RELATIONSHIPS + rels).orElseThrow(Unreadable::damaged);
        while (part.next()) {
            String target = part.attribute("Target");
            String type = part.attribute("Type");
            if (part.starts("Relationship") && target != null && type != null) {
                String absolute = target.startsWith("/") ? target.substring(1) : folder + target;
                targets.put(part.attribute("Id"), new Target(absolute, type));
            }
        }
        return targets;
    }

    private record Target(String part, String type) {}
}
