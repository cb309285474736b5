package nl.wijkvergelijk.comparison.table;

import java.time.Instant;

/** The dataset a table is of: the last sequence that touched its round or its definitions, and when that was published. */
public record Version(long version, Instant publishedAt) {}
