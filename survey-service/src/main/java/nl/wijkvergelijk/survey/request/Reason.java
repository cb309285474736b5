package nl.wijkvergelijk.survey.request;

import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** Some steps are not taken without saying why. */
public final class Reason {

    private Reason() {}

    /** Adds an error when there is no reason. */
    public static void require(String reason, List<InputError> errors) {
        requireIf(true, reason, errors);
    }

    /** The same where a reason is needed only sometimes. */
    public static void requireIf(boolean needed, String reason, List<InputError> errors) {
        if (needed && reason == null) {
            errors.add(InputError.body(
                    "/reason",
                    "required",
                    new Text("Zeg waarom; dat blijft zichtbaar.", "Say why; that stays visible.")));
        }
    }
}
