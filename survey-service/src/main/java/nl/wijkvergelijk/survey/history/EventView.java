package nl.wijkvergelijk.survey.history;

import java.time.Instant;

/** An event as it is shown. */
public record EventView(
        Instant happenedAt,
        String actor,
        String action,
        String from,
        String to,
        Integer revision,
        Long publication,
        String reason,
        String onBehalf) {}
