package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One thing a source says: a value or why there is none, and what belongs to it. Absent members are null; exactly one of value and missing is there.
 *
 * @param unit null when the question has one unit, or none
 * @param qualifier null means exact
 * @param low the lowest it may be; only with the qualifier range
 * @param high the highest it may be; only with the qualifier range
 * @param asOf the year, month or day for which it holds; null when the source has none
 * @param definition a code of the question: what was counted
 * @param asPrinted the source's own characters
 * @param note public
 */
public record Statement(
        Value value,
        MissingCode missing,
        String unit,
        Qualifier qualifier,
        BigDecimal low,
        BigDecimal high,
        String asOf,
        String definition,
        String basis,
        String period,
        String currency,
        String asPrinted,
        String note,
        List<Evidence> evidence) {

    public Statement {
        if ((value == null) == (missing == null)) {
            throw new IllegalArgumentException("a statement has a value or a missing code, and never both");
        }
        evidence = List.copyOf(evidence);
    }

    /** The number, when the value is one. */
    public Optional<BigDecimal> number() {
        return value instanceof Value.Number n ? Optional.of(n.number()) : Optional.empty();
    }

    /** The statement as it travels: only what was said. */
    ObjectNode toJson() {
        ObjectNode node = Json.object();
        if (value != null) {
            node.set("value", value.toJson());
        } else {
            node.put("missing", missing.code());
        }
        Json.put(node, "unit", unit);
        Json.put(node, "qualifier", qualifier == null ? null : qualifier.code());
        if (low != null) {
            node.put("low", low).put("high", high);
        }
        Json.put(node, "asOf", asOf);
        Json.put(node, "definition", definition);
        Json.put(node, "basis", basis);
        Json.put(node, "period", period);
        Json.put(node, "currency", currency);
        Json.put(node, "asPrinted", asPrinted);
        Json.put(node, "note", note);
        if (!evidence.isEmpty()) {
            ArrayNode array = node.putArray("evidence");
            evidence.forEach(e -> array.add(e.toJson()));
        }
        return node;
    }
}
