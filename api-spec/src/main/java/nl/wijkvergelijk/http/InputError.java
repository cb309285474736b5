package nl.wijkvergelijk.http;

/**
 * One thing wrong with a request: where (a JSON pointer, RFC 6901, into the body; a name elsewhere), a code for machines and a sentence for people.
 *
 * @param in body, query, path or header
 * @param pointer where in the body, {@code ""} being the whole; null elsewhere
 * @param name the parameter or header; null for the body
 * @param sheet the sheet, where the body is a workbook; null elsewhere
 * @param cell the cell of the sheet, such as {@code E12}; null elsewhere
 */
public record InputError(String in, String pointer, String name, String sheet, String cell, String code, Text detail) {

    private InputError(String in, String pointer, String name, String code, Text detail) {
        this(in, pointer, name, null, null, code, detail);
    }

    /** An error in a cell of a workbook, and where that is in the answers it stands for. */
    public static InputError cell(String pointer, String sheet, String cell, String code, Text detail) {
        return new InputError("body", pointer, null, sheet, cell, code, detail);
    }

    /** An error at a place in the body. */
    public static InputError body(String pointer, String code, Text detail) {
        return new InputError("body", pointer, null, code, detail);
    }

    /** An error in a query parameter. */
    public static InputError query(String name, String code, Text detail) {
        return new InputError("query", null, name, code, detail);
    }

    /** An error in a path parameter. */
    public static InputError path(String name, String code, Text detail) {
        return new InputError("path", null, name, code, detail);
    }

    /** An error in a header. */
    public static InputError header(String name, String code, Text detail) {
        return new InputError("header", null, name, code, detail);
    }

    /** A member name as a segment of a JSON pointer: {@code ~} and {@code /} escaped (RFC 6901, section 3). */
    public static String segment(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
