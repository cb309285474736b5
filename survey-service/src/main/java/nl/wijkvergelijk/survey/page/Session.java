package nl.wijkvergelijk.survey.page;

import java.time.Instant;

/**
 * Who sits behind a browser.
 *
 * @param account who, as {@link nl.wijkvergelijk.survey.access.PageAccounts} keeps it; empty while nobody has signed in yet
 * @param nonce what the tokens in the forms of this session are bound to
 */
record Session(String account, Instant until, String nonce) {

    boolean isSignedIn() {
        return !account.isEmpty();
    }
}
