package nl.wijkvergelijk.survey.history;

import java.time.Instant;
import nl.wijkvergelijk.survey.access.Actor;

/**
 * Somebody does something.
 *
 * @param reason why, as the person wrote it; may be null
 * @param onBehalf why a researcher does it in a municipality's place; null when not so
 */
public record Act(Actor actor, Instant at, String reason, String onBehalf) {}
