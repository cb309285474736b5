package nl.wijkvergelijk.survey.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** A year, a month or a day as text, as much of it as is known. */
final class PartialDate {

    static final String FORM = "[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

    private PartialDate() {}

    /** Adds an error when the day of a date of the right form never was. */
    static void check(String date, String pointer, List<InputError> errors) {
        try {
            if (date != null) {
                LocalDate.parse((date + "-01-01").substring(0, 10));
            }
        } catch (DateTimeException noSuchDay) {
            errors.add(InputError.body(
                    pointer,
                    "bad-date",
                    new Text("Die dag staat niet in de kalender.", "That day is not in the calendar.")));
        }
    }
}
