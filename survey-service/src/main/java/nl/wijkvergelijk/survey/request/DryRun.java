package nl.wijkvergelijk.survey.request;

import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** The query parameter {@code dryRun}: say what would happen, and do nothing. */
public final class DryRun {

    private DryRun() {}

    /** Whether it is asked; anything but true and false is an error. */
    public static boolean asked(String dryRun, List<InputError> errors) {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            errors.add(InputError.query(
                    "dryRun", "unknown-option", new Text("Kies true of false.", "Choose true or false.")));
        }
        return "true".equals(dryRun);
    }
}
