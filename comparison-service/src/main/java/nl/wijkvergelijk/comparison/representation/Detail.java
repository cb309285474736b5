package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.definitions.Assumption;
import nl.wijkvergelijk.http.Language;

/** A code for machines with its sentence for people. */
public record Detail(String code, String detail) {

    /** An assumption in one language; null stays null. */
    public static Detail of(Assumption assumption, Language language) {
        return assumption == null
                ? null
                : new Detail(assumption.code(), assumption.text().in(language));
    }
}
