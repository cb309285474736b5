package nl.wijkvergelijk.survey.workbook;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** As what a number is shown: the format decides whether 0.25 is a quarter, 25 % or a quarter past midnight (ECMA-376, 18.8.30). */
enum Shape {
    PLAIN,
    PERCENT,
    DAY,
    MONTH,
    YEAR,
    TIME;

    /** What says nothing about the number. Of a library that reads a text once from begin to end, whatever is in it: a platform's pattern goes back for each bracket that does not close. */
    private static final Pattern DRESSING = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    /** The shapes of a workbook's cell formats, in their order. */
    static List<Shape> read(XmlPart styles) throws XMLStreamException {
        Map<String, Shape> codes = new HashMap<>();
        List<Shape> shapes = new ArrayList<>();
        boolean inside = false;
        while (styles.next()) {
            if (styles.starts("numFmt")) {
                String code = styles.attribute("formatCode");
                codes.put(styles.attribute("numFmtId"), code == null ? PLAIN : of(code));
            } else if (styles.starts("cellXfs") || styles.ends("cellXfs")) {
                inside = styles.starts("cellXfs");
            } else if (inside && styles.starts("xf")) {
                String id = styles.attribute("numFmtId");
                Shape shape = codes.get(id);
                shapes.add(shape == null ? builtIn(id) : shape);
            }
        }
        return shapes;
    }

    private static Shape builtIn(String id) {
        return switch (id == null ? "0" : id) {
            case "9", "10" -> PERCENT;
            case "14", "15", "16", "22" -> DAY;
            case "17" -> MONTH;
            case "18", "19", "20", "21", "45", "46", "47" -> TIME;
            case "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "55", "56", "57", "58" -> DAY;
            default -> PLAIN;
        };
    }

    /** The shape of a format code such as {@code dd-mm-yyyy} or {@code 0.0%}. */
    static Shape of(String code) {
        if (code.equalsIgnoreCase("General")) {
            return PLAIN;
        }
        String bare = DRESSING.matcher(code).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
        if (bare.contains("%")) {
            return PERCENT;
        }
        if (bare.contains("d")) {
            return DAY;
        }
        if (bare.contains("y")) {
            return bare.contains("m") ? MONTH : YEAR;
        }
        return bare.contains("h") || bare.contains("m") || bare.contains("s") ? TIME : PLAIN;
    }
}
