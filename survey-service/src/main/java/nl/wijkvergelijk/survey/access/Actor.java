package nl.wijkvergelijk.survey.access;

import java.util.Set;

/**
 * Who acts.
 *
 * @param account as it stands in the history
 * @param municipalities whose responses a contact may touch; empty for others
 */
public record Actor(String account, Role role, Set<String> municipalities) {

    /** Whether this is a contact of the municipality. */
    public boolean speaksFor(String municipality) {
        return role == Role.CONTACT && municipalities.contains(municipality);
    }
}
