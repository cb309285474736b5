package nl.wijkvergelijk.survey.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Optional;

/** Who may sign in on the pages. Where there are no accounts of ours the pages say that signing in is not set up. */
public interface PageAccounts {

    /** Whether there are any. */
    boolean areThere();

    /** Who this is; empty when name and password do not belong together. */
    Optional<SecurityIdentity> identity(String name, String password);

    /** Who has this account now; empty when there is none any more. */
    Optional<SecurityIdentity> named(String name);

    /** The names, contacts first, for the form that says what there is to try out with. */
    List<String> names();
}
