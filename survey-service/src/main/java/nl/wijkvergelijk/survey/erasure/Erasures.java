package nl.wijkvergelijk.survey.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.mail.Contacts;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Erases people: a stand-in such as {@code erased-3} takes the place of an account everywhere, and an address for mail goes. What was done, when and why stays. For a
 * day nothing is written under an erased account; who comes back after it is somebody new.
 */
@ApplicationScoped
class Erasures {

    private final Sql sql;
    private final Contacts contacts;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Erasures(Sql sql, Contacts contacts, History history, Actors actors, Clock clock) {
        this.sql = sql;
        this.contacts = contacts;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    private record Account(String person, long places) {}

    /** Does it; where nothing at all is kept of somebody, that is a 404. */
    @Transactional
    ErasureView erase(Body body) {
        Actor admin = actors.current();
        ErasureWrite written = body.as(ErasureWrite.class);
        refuseImpossible(admin, written);
        Instant now = clock.instant();
        Account account = written.account() == null ? new Account(null, 0) : erase(written.account(), now);
        int addresses = written.email() == null ? 0 : contacts.forget(written.email());
        if (account.person() == null && addresses == 0) {
            throw new ProblemException(
                    HttpProblem.NOT_FOUND,
                    new Text(
                            "Onder deze naam of dit adres wordt niets bewaard.",
                            "Nothing is kept under this name or address."));
        }
        history.add(
                new Event(Event.Subject.PERSON, null, null, "erase", null, null, null, null, null, account.person()),
                new Act(admin, now, written.reason(), null));
        return new ErasureView(account.person(), account.places(), addresses, now);
    }

    private Account erase(String account, Instant now) {
        return sql.find(
                        "select erased, places from survey.erase_account(?, cast(? as timestamptz))",
                        row -> new Account("erased-" + row.getInt("erased"), row.getLong("places")),
                        account,
                        now)
                .orElse(new Account(null, 0));
    }

    private static void refuseImpossible(Actor admin, ErasureWrite written) {
        List<InputError> errors = new ArrayList<>();
        if (written.account() == null && written.email() == null) {
            errors.add(InputError.body(
                    "", "required", new Text("Noem account of email, of allebei.", "Name account or email, or both.")));
        }
        if (admin.account().equals(written.account())) {
            errors.add(InputError.body(
                    "/account",
                    "own-account",
                    new Text(
                            "Dit is uw eigen account; een andere beheerder moet dit doen.",
                            "This is your own account; another administrator has to do this.")));
        }
        if (holds(written.reason(), written.account()) || holds(written.reason(), written.email())) {
            errors.add(InputError.body(
                    "/reason",
                    "names-the-person",
                    new Text(
                            "De reden blijft bewaard; zet er de naam of het adres niet in.",
                            "The reason is kept; leave the name and the address out of it.")));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static boolean holds(String text, String part) {
        return part != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
