package nl.wijkvergelijk.survey.response;

import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** The last day on which a municipality may comment; only the step that asks for comment has one. */
final class Deadline {

    private static final String POINTER = "/deadline";

    private Deadline() {}

    static void check(Action action, LocalDate deadline, LocalDate today, List<InputError> errors) {
        if (action != Action.SEND_FOR_COMMENT) {
            refuse(
                    deadline != null,
                    "not-with-this-action",
                    new Text("Alleen send-for-comment heeft een deadline.", "Only send-for-comment has a deadline."),
                    errors);
        } else if (deadline == null) {
            refuse(
                    true,
                    "required",
                    new Text(
                            "Zeg tot en met welke dag de gemeente kan reageren.",
                            "Say until which day the municipality may comment."),
                    errors);
        } else {
            refuse(
                    !deadline.isAfter(today) || deadline.isAfter(today.plusYears(1)),
                    "out-of-range",
                    new Text(
                            "Kies een dag na %s en binnen een jaar.".formatted(today),
                            "Choose a day after %s and within a year.".formatted(today)),
                    errors);
        }
    }

    private static void refuse(boolean wrong, String code, Text detail, List<InputError> errors) {
        if (wrong) {
            errors.add(InputError.body(POINTER, code, detail));
        }
    }
}
