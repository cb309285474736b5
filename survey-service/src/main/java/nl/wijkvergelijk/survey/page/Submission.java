package nl.wijkvergelijk.survey.page;

import java.time.Instant;

/**
 * The last time a response was handed in.
 *
 * @param account who did
 * @param onBehalf why, when a researcher did so in the municipality's place; null when not so
 */
record Submission(int revision, Instant at, String account, String onBehalf) {}
