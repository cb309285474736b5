package nl.wijkvergelijk.survey.description;

import java.time.Instant;
import java.util.Map;

/**
 * One version of a description. It never changes.
 *
 * @param version from 1, without gaps
 * @param language nl or en
 * @param sections Markdown by section of the questionnaire, in its order
 */
record Description(int version, Instant writtenAt, String author, String language, Map<String, String> sections) {

    /** Whether it says the same. */
    boolean says(DescriptionWrite written) {
        return language.equals(written.language()) && sections.equals(written.sections());
    }
}
