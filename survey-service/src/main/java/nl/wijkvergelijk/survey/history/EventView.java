package nl.wijkvergelijk.survey.history;

import java.time.Instant;

/**
 * An event as it is shown, without what was written.
 *
 * @param item which one of the subject, where a response has several; null otherwise
 */
public record EventView(
        Instant happenedAt,
        String actor,
        String subject,
        String item,
        String action,
        String from,
        String to,
        Integer revision,
        Long publication,
        String reason,
        String onBehalf) {}
