package nl.wijkvergelijk.comparison.representation;

import java.util.List;
import java.util.Optional;

/** The forms an answer can have. */
public enum Format implements Form {
    JSON("json", "json", "application/json"),
    CSV("csv", "csv", "text/csv; charset=utf-8; header=present"),
    JSON_STAT("jsonstat", "json", "application/json; profile=\"" + Format.JSON_STAT_PROFILE + "\""),
    XLSX("xlsx", "xlsx", Format.XLSX_TYPE),
    JSON_LD("jsonld", "jsonld", Format.JSON_LD_TYPE);

    /** Tells JSON-stat 2.0 from other JSON: the standard has no media type of its own. */
    public static final String JSON_STAT_PROFILE = "https://json-stat.org/format/schema/2.0/";

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String JSON_LD_TYPE = "application/ld+json";

    /** The forms of a table, by which {@code format=} chooses. */
    public static final List<Format> OF_TABLES = List.of(JSON, CSV, JSON_STAT, XLSX);

    /** The forms of what is no table of one round: series, and points in words. */
    public static final List<Format> OF_LISTS = List.of(JSON, CSV);

    private final String code;
    private final String ending;
    private final String contentType;

    Format(String code, String ending, String contentType) {
        this.code = code;
        this.ending = ending;
        this.contentType = contentType;
    }

    /** What {@code Content-Type} says; the parameters of CSV are those of RFC 4180. */
    @Override
    public String contentType() {
        return contentType;
    }

    /** As in {@code format=}. */
    @Override
    public String code() {
        return code;
    }

    @Override
    public String ending() {
        return ending;
    }

    @Override
    public boolean shown() {
        return ending.startsWith("json");
    }

    /** Reads the form of a table: {@code json}, {@code csv}, {@code jsonstat} or {@code xlsx}. */
    public static Optional<Format> of(String code) {
        return OF_TABLES.stream().filter(each -> each.code.equals(code)).findFirst();
    }

    /** The codes of the forms of a table. */
    public static List<String> codes() {
        return OF_TABLES.stream().map(Format::code).toList();
    }
}
