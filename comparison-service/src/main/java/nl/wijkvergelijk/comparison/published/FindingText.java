package nl.wijkvergelijk.comparison.published;

import com.fasterxml.jackson.databind.JsonNode;
import nl.wijkvergelijk.http.Text;

/** What a finding says, by the publication that said so, and the sources as the seam's JSON. */
public record FindingText(long sequence, String id, Text text, JsonNode evidence) {}
