package nl.wijkvergelijk.survey.description;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * What may become public of a description and its comment round.
 *
 * @param version of the description; null when none was written, and then there are no sections
 * @param language nl or en; null when none was written
 * @param writtenAt when this version was; null when none was written
 * @param sections Markdown by section, in the order of the questionnaire
 * @param html the same, rendered
 * @param note the dissent, in the municipality's own words; null unless it dissents
 * @param at when it agreed or dissented; null when it did neither
 * @param onBehalf why a researcher answered or approved in the municipality's place; null when it spoke for itself
 */
public record Profile(
        Integer version,
        String language,
        Instant writtenAt,
        Map<String, String> sections,
        Map<String, String> html,
        Agreement agreement,
        String note,
        Instant at,
        String onBehalf) {

    /** What the municipality said of the description in the end. An agreement lapses when text or answers change; a dissent travels until it is taken back. */
    public enum Agreement {
        AGREED,
        DISSENT,

        /** Approved without a comment round. */
        NOT_ASKED,

        /** Out for comment, but the municipality said nothing of this text and these answers. */
        NO_ANSWER;

        /** As it is stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
