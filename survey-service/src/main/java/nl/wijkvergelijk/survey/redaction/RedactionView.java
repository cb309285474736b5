package nl.wijkvergelijk.survey.redaction;

import java.time.Instant;

/** What was taken out, and when. */
record RedactionView(String subject, int item, Integer reply, Instant redactedAt) {}
