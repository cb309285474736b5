package nl.wijkvergelijk.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.access.PageTable;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.State;
import org.junit.jupiter.api.Test;

/** Holds api-spec/access.md, which people read, to the tables that are enforced. What it should be is left in target/access.md. */
class AccessPageTest {

    private static final List<String> PEOPLE =
            List.of("nobody", "contact, own", "contact, other", "researcher", "admin");

    @Test
    void thePageIsWhatIsEnforced() throws IOException {
        Path current = Path.of("target/access.md");
        Files.createDirectories(current.getParent());
        Files.writeString(current, page());
        assertEquals(
                page(),
                Files.readString(Path.of("../api-spec/access.md")),
                "copy survey-service/target/access.md to api-spec/access.md");
    }

    private static String page() {
        return """
                # Who may do what in survey-service

                Made from the tables that the service enforces, and held to them by a test; what has no row is refused. A contact speaks for the municipalities of the account; `own` is one
                of those, `other` any other. Where there is no municipality in the path the two are the same. Another municipality's work looks like work that does not exist: the same
                404, word for word. comparison-service has no accounts: everybody may read everything that it has, and nobody may write.

                A tick is let through; a number is the status of the refusal; 303 leads to the form for signing in.

                ## Operations

                %s
                ## Pages

                %s
                ## Steps of a response

                From which state a step can be taken, by whom may take it; from any other it is refused with 409.

                %s""".formatted(table("operation", AccessTable.rows()), table("page", PageTable.rows()), steps());
    }

    private static String table(String what, List<AccessTable.Row> rows) {
        return line(Stream.concat(Stream.of(what), PEOPLE.stream()))
                + line(Stream.concat(Stream.of("---"), PEOPLE.stream().map(person -> ":-:")))
                + rows.stream().map(AccessPageTest::line).collect(Collectors.joining());
    }

    private static String line(AccessTable.Row row) {
        String operation =
                "`%s %s`%s".formatted(row.method(), row.path(), row.action() == null ? "" : " " + row.action());
        return line(Stream.concat(
                Stream.of(operation),
                Stream.of(row.nobody(), row.own(), row.other(), row.researcher(), row.admin())
                        .map(status -> status == AccessTable.OK ? "✓" : String.valueOf(status))));
    }

    private static String steps() {
        List<State> states = List.of(State.values());
        return line(Stream.concat(Stream.of("step"), states.stream().map(State::code)))
                + line(Stream.concat(Stream.of("---"), states.stream().map(state -> ":-:")))
                + Arrays.stream(Action.values())
                        .map(action -> line(Stream.concat(
                                Stream.of(action.code()),
                                states.stream().map(state -> action.isPossibleFrom(state) ? "✓" : "409"))))
                        .collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
