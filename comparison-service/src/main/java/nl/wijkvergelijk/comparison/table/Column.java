package nl.wijkvergelijk.comparison.table;

import java.util.Map;
import nl.wijkvergelijk.http.Text;

/** One indicator as a column. Unit and decimals are null for texts; {@code options} label the codes of a choice and are empty otherwise. */
public record Column(
        String id,
        Text label,
        Text description,
        String unit,
        Integer decimals,
        boolean numeric,
        Map<String, Text> options) {}
