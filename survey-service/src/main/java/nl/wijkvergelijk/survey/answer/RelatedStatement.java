package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a source says beside the chosen statement.
 *
 * @param resolved why a contradiction no longer counts; null when it does, or when there is none
 */
public record RelatedStatement(Statement statement, Relation relation, String resolved) {

    /** Whether it leaves the answer disputed. */
    public boolean disputes() {
        return relation == Relation.CONTRADICTS && resolved == null;
    }

    ObjectNode toJson() {
        ObjectNode node = statement.toJson().put("relation", relation.code());
        Json.put(node, "resolved", resolved);
        return node;
    }
}
