package nl.wijkvergelijk.comparison.published;

import java.time.Instant;

/**
 * How far what is shown can be trusted to be all there is.
 *
 * @param since when the database was last seen to hold nothing newer; null before the first load
 * @param sequence the last publication held
 * @param rebuilt when everything was last read anew because what is published was not what it had been, as after a restore or a redaction; null when never
 * @param reason why the last look failed, for operators; null when it succeeded
 */
public record Freshness(boolean loaded, boolean stale, Instant since, long sequence, Instant rebuilt, String reason) {}
