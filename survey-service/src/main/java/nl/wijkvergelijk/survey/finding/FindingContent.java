package nl.wijkvergelijk.survey.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * What a finding says and what it is linked to.
 *
 * @param theme a code of {@link Theme}
 * @param kind a code of {@link FindingKind}
 * @param order its place among the findings of its theme
 * @param parent the observation that a question or learning point belongs to; null for none
 * @param relatedThemes themes that it touches beside its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingContent(
        String theme,
        String kind,
        Wording text,
        int order,
        String parent,
        List<String> indicators,
        List<String> municipalities,
        List<String> relatedThemes,
        ArrayNode evidence) {

    boolean is(FindingKind asked) {
        return kind.equals(asked.code());
    }
}
