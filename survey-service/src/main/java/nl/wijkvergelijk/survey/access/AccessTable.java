package nl.wijkvergelijk.survey.access;

import io.quarkus.security.ForbiddenException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may do what. The only place that says so: {@link AccessFilter} enforces it, and a test walks every row over HTTP. What has no row is refused.
 * {@code ok} lets through; a number is the status of the refusal. {@code own} and {@code other} are contacts of the municipality in the path, or of another
 * one; where there is no municipality in the path the two are equal. A row that ends in {@code #action} is one action of the operation above it.
 */
public final class AccessTable {

    /** Let through. */
    public static final int OK = 200;

    private static final String TABLE = """
            # operation                                                        nobody  own  other  researcher  admin
            GET   /openapi.json                                                ok      ok   ok     ok          ok
            GET   /problems/{id}                                               ok      ok   ok     ok          ok
            GET   /config                                                      ok      ok   ok     ok          ok
            POST  /erasures                                                    401     403  403    403         ok
            GET   /questionnaires                                              ok      ok   ok     ok          ok
            POST  /questionnaires                                              401     403  403    ok          403
            GET   /questionnaires/{id}/versions/{version}                      ok      ok   ok     ok          ok
            GET   /questionnaires/{id}/versions/{version}/changes              ok      ok   ok     ok          ok
            GET   /questionnaires/{id}/versions/{version}/schema               ok      ok   ok     ok          ok
            GET   /municipalities                                              ok      ok   ok     ok          ok
            GET   /municipalities/{code}                                       ok      ok   ok     ok          ok
            PUT   /municipalities/{code}                                       401     403  403    403         ok
            GET   /rounds                                                      ok      ok   ok     ok          ok
            POST  /rounds                                                      401     403  403    ok          403
            GET   /rounds/{round}                                              ok      ok   ok     ok          ok
            PATCH /rounds/{round}                                              401     403  403    ok          403
            PUT   /rounds/{round}/participants/{code}                          401     403  403    ok          403
            POST  /rounds/{round}/publications                                 401     403  403    ok          403
            POST  /rounds/{round}/proposals                                    401     403  403    ok          403
            POST  /rounds/{round}/imports                                      401     403  403    ok          403
            GET   /rounds/{round}/export                                       401     403  403    ok          403
            GET   /rounds/{round}/findings                                     401     403  403    ok          403
            POST  /rounds/{round}/findings                                     401     403  403    ok          403
            GET   /rounds/{round}/findings/{id}                                401     403  403    ok          403
            PUT   /rounds/{round}/findings/{id}                                401     403  403    ok          403
            GET   /rounds/{round}/groups                                       401     403  403    ok          403
            GET   /rounds/{round}/groups/{id}                                  401     403  403    ok          403
            PUT   /rounds/{round}/groups/{id}                                  401     403  403    ok          403
            GET   /rounds/{round}/responses                                    401     ok   ok     ok          403
            GET   /rounds/{round}/responses/{code}                             401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/answers                     401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/answers                     401     ok   404    ok          403
            PATCH /rounds/{round}/responses/{code}/answers                     401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/workbook                         401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/workbook                         401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/proposals                   401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/proposals/decisions         401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/validation                  401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions                 401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#submit          401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#start-review    401     403  404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#return          401     403  404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#request-changes 401     403  404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#send-for-comment 401    403  404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#approve         401     403  404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#publish         401     403  404    ok          403
            POST  /rounds/{round}/responses/{code}/transitions#withdraw        401     403  404    ok          403
            GET   /rounds/{round}/responses/{code}/evidence                    401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/evidence                    401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/evidence/{id}               401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/evidence/{id}               401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/evidence/{id}/content       401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/evidence/{id}/content       401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/revisions                   401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/revisions                   401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/revisions/{number}          401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/revisions/{number}/diff     401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/history                     401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/checklist                   401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/checklist/passes            401     403  404    ok          403
            GET   /rounds/{round}/responses/{code}/description                 401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/description                 401     403  404    ok          403
            GET   /rounds/{round}/responses/{code}/description/versions        401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/description/versions/{number} 401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/description/agreement       401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/description/agreement       401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/description/comments        401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/description/comments        401     ok   404    ok          403
            GET   /rounds/{round}/responses/{code}/description/comments/{id}   401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/description/comments/{id}/disposition 401     403  404    ok          403
            POST  /rounds/{round}/responses/{code}/redactions                  401     403  404    403         ok
            GET   /rounds/{round}/responses/{code}/remarks                     401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/remarks                     401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/remarks#remark              401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/remarks#clarification-request 401   403  404    ok          403
            GET   /rounds/{round}/responses/{code}/remarks/{id}                401     ok   404    ok          403
            POST  /rounds/{round}/responses/{code}/remarks/{id}/replies        401     ok   404    ok          403
            PUT   /rounds/{round}/responses/{code}/remarks/{id}/resolution     401     403  404    ok          403
            GET   /rounds/{round}/rating-session                               401     ok   ok     ok          403
            PUT   /rounds/{round}/rating-session                               401     403  403    ok          403
            PUT   /rounds/{round}/rating-session/totals                        401     403  403    ok          403
            POST  /rounds/{round}/rating-session/transitions                   401     403  403    ok          403
            GET   /rounds/{round}/rating-session/ballots                       401     ok   ok     ok          403
            GET   /rounds/{round}/rating-session/ballots/{code}                401     ok   404    ok          403
            PUT   /rounds/{round}/rating-session/ballots/{code}                401     ok   404    ok          403
            """;

    private static final List<Row> ROWS =
            TABLE.lines().filter(line -> !line.startsWith("#")).map(Row::parse).toList();

    private AccessTable() {}

    /** All rows, in the order of the table. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The row of a request. */
    static Optional<Row> find(String method, String path) {
        return ROWS.stream()
                .filter(row -> row.method().equals(method) && row.matches(path))
                .findFirst();
    }

    /** Whether anybody may do anything at this path without an account. */
    static boolean isClosed(String path) {
        List<Row> rows = ROWS.stream().filter(row -> row.matches(path)).toList();
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.nobody() != OK);
    }

    /** Whether there is any operation at this path. */
    static boolean knows(String path) {
        return ROWS.stream().anyMatch(row -> row.matches(path));
    }

    /** Refuses one action of an operation that is open to the person, unless the action is too. */
    public static void require(Actor actor, String operation, String action, String municipality) {
        Row row = ROWS.stream()
                .filter(each -> action.equals(each.action()) && operation.equals(each.method() + " " + each.path()))
                .findFirst()
                .orElseThrow(ForbiddenException::new);
        AccessFilter.refuse(row.statusFor(actor, actor.speaksFor(municipality)));
    }

    /**
     * One operation, or one action of an operation, and the status each kind of person gets; {@link #OK} is let through.
     *
     * @param path as the contract writes it
     * @param action null for the operation as a whole
     */
    public record Row(
            String method,
            String path,
            String action,
            int nobody,
            int own,
            int other,
            int researcher,
            int admin,
            Pattern pattern) {

        static Row parse(String line) {
            String[] cells = line.strip().split("\\s+");
            String[] operation = cells[1].split("#");
            int[] status = Arrays.stream(cells, 2, 7)
                    .mapToInt(cell -> cell.equals("ok") ? OK : Integer.parseInt(cell))
                    .toArray();
            Pattern pattern = Pattern.compile(operation[0]
                    .replace(".", "\\.")
                    .replace("{code}", "(?<code>[^/]+)")
                    .replaceAll("\\{[a-z]+}", "[^/]+"));
            return new Row(
                    cells[0],
                    operation[0],
                    operation.length > 1 ? operation[1] : null,
                    status[0],
                    status[1],
                    status[2],
                    status[3],
                    status[4],
                    pattern);
        }

        /** Whether this row is about a path. */
        public boolean matches(String asked) {
            return action == null && pattern.matcher(asked).matches();
        }

        /** The status for a signed-in person who asks for this path. */
        public int statusFor(Actor actor, String asked) {
            return statusFor(actor, isOwn(actor, asked));
        }

        private int statusFor(Actor actor, boolean isOwn) {
            return switch (actor.role()) {
                case RESEARCHER -> researcher;
                case ADMIN -> admin;
                case CONTACT -> isOwn ? own : other;
            };
        }

        private boolean isOwn(Actor actor, String asked) {
            if (!path.contains("{code}")) {
                return true;
            }
            var matcher = pattern.matcher(asked);
            return matcher.matches() && actor.speaksFor(matcher.group("code"));
        }
    }
}
