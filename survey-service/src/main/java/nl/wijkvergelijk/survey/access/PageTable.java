package nl.wijkvergelijk.survey.access;

import java.util.List;
import java.util.Optional;

/**
 * Who may see and do what on the pages; the twin of {@link AccessTable}, read the same way. {@code 303} leads to the form for signing in. A researcher looks on: what
 * is done in a municipality's place is done through the API, which asks why.
 */
public final class PageTable {

    private static final String TABLE = """
            # page                                       nobody  own  other  researcher  admin
            GET   /                                      303     ok   ok     ok          ok
            GET   /page.css                              ok      ok   ok     ok          ok
            GET   /privacy                               ok      ok   ok     ok          ok
            GET   /sign-in                               ok      ok   ok     ok          ok
            POST  /sign-in                               ok      ok   ok     ok          ok
            GET   /sign-in/provider                      ok      ok   ok     ok          ok
            POST  /sign-out                              303     ok   ok     ok          ok
            GET   /rounds/{round}/{code}                 303     ok   404    ok          403
            GET   /rounds/{round}/{code}/workbook        303     ok   404    ok          403
            POST  /rounds/{round}/{code}/workbook        303     ok   404    403         403
            POST  /rounds/{round}/{code}/proposals       303     ok   404    403         403
            POST  /rounds/{round}/{code}/reply           303     ok   404    403         403
            POST  /rounds/{round}/{code}/comment         303     ok   404    403         403
            POST  /rounds/{round}/{code}/agreement       303     ok   404    403         403
            GET   /rounds/{round}/{code}/submit          303     ok   404    403         403
            POST  /rounds/{round}/{code}/submit          303     ok   404    403         403
            GET   /rounds/{round}/{code}/receipt         303     ok   404    ok          403
            """;

    private static final List<AccessTable.Row> ROWS = TABLE.lines()
            .filter(line -> !line.startsWith("#"))
            .map(AccessTable.Row::parse)
            .toList();

    private PageTable() {}

    /** All rows, in the order of the table. */
    public static List<AccessTable.Row> rows() {
        return ROWS;
    }

    /** The row of a request. */
    public static Optional<AccessTable.Row> find(String method, String path) {
        return ROWS.stream()
                .filter(row -> row.method().equals(method) && row.matches(path))
                .findFirst();
    }

    /** Whether there is any page or form at this path. */
    public static boolean knows(String path) {
        return ROWS.stream().anyMatch(row -> row.matches(path));
    }
}
