package nl.wijkvergelijk.comparison.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import nl.wijkvergelijk.http.Text;

/** One answer for reading: the question in words, and everything public about it as the seam's JSON. */
public record WholeAnswer(
        long sequence,
        String section,
        Text sectionTitle,
        String question,
        String type,
        Text label,
        JsonNode answer,
        JsonNode labels,
        int revision,
        Instant revisedAt,
        String onBehalf) {}
