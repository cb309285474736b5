package nl.wijkvergelijk.comparison.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The description of a municipality and what it said of it.
 *
 * @param version of the text; null with language and instant where none was written
 * @param sections as the seam's JSON
 * @param agreement null when it is withdrawn
 */
public record DescriptionText(
        Integer version,
        String language,
        Instant writtenAt,
        JsonNode sections,
        String agreement,
        String note,
        String why,
        Instant answeredAt,
        boolean withdrawn) {}
