package nl.wijkvergelijk.comparison.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;

/** What was published beside an answer and is not kept in memory; low and high are those of a range, as given; statements, evidence and rule notes as the seam's JSON. */
public record Answer(
        BigDecimal low,
        BigDecimal high,
        String asPrinted,
        String correction,
        String note,
        String clarification,
        JsonNode statements,
        JsonNode evidence,
        JsonNode ruleNotes,
        int revision,
        Instant revisedAt,
        String onBehalf) {

    /** Where there is no answer to look up, as with a rating. */
    public static final Answer NONE = new Answer(
            null,
            null,
            null,
            null,
            null,
            null,
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.arrayNode(),
            0,
            null,
            null);
}
