package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one question: the chosen statement, and everything else the sources say.
 *
 * @param correction why the value differs from what is printed; null when it does not
 * @param comment internal, never published; null for none
 */
public record Answer(Statement chosen, String correction, String comment, List<RelatedStatement> statements) {

    public Answer {
        statements = List.copyOf(statements);
    }

    /** Whether a source contradicts the chosen statement and nobody has said why that does not count. */
    public boolean disputed() {
        return statements.stream().anyMatch(RelatedStatement::disputes);
    }

    /** The number, when a number was answered. */
    public Optional<BigDecimal> number() {
        return chosen.number();
    }

    /** The answer as it travels between a contact person and the survey, comment included. */
    public ObjectNode toJson() {
        ObjectNode node = chosen.toJson();
        Json.put(node, "correction", correction);
        Json.put(node, "comment", comment);
        if (!statements.isEmpty()) {
            ArrayNode array = node.putArray("statements");
            statements.forEach(s -> array.add(s.toJson()));
        }
        return node;
    }
}
