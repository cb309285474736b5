package nl.wijkvergelijk.survey.response;

import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Role;

/** A researcher who does a municipality's own work says why; a contact speaks for the municipality anyway. */
public final class OnBehalf {

    private OnBehalf() {}

    /** Adds an error when a researcher does not say why, or a contact does. */
    public static void check(Actor actor, String onBehalf, List<InputError> errors) {
        if (actor.role() != Role.CONTACT && onBehalf == null) {
            errors.add(InputError.body(
                    "/onBehalf",
                    "required",
                    new Text(
                            "U doet dit namens de gemeente: zeg in onBehalf waarom.",
                            "You do this in the municipality's place: say why in onBehalf.")));
        }
        refuseForContacts(actor, onBehalf, errors);
    }

    /** Adds an error when a contact says to act on behalf of somebody. */
    public static void refuseForContacts(Actor actor, String onBehalf, List<InputError> errors) {
        if (actor.role() == Role.CONTACT && onBehalf != null) {
            errors.add(InputError.body(
                    "/onBehalf",
                    "not-for-contacts",
                    new Text(
                            "U spreekt al voor uw gemeente; laat onBehalf weg.",
                            "You speak for your municipality anyway; leave onBehalf out.")));
        }
    }
}
