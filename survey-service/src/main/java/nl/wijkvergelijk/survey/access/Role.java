package nl.wijkvergelijk.survey.access;

import java.util.Locale;

/** What somebody is to a survey. */
public enum Role {
    CONTACT,
    RESEARCHER,
    ADMIN;

    /** The role's name in tokens and texts, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
