package nl.wijkvergelijk.survey.redaction;

import java.time.Instant;

/**
 * What was taken out, and when.
 *
 * @param publication the one that says so in public; null where nothing public changed
 */
record RedactionView(
        String subject, Integer item, Integer reply, String question, Long publication, Instant redactedAt) {}
