package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;

/**
 * What differs between two sets of answers, field by field. Objects are gone into, so that the share of one option is a field of its own; the items of a list are
 * compared place by place. 9.5 and 9.50 differ, as they do for a save.
 */
public final class AnswerDiff {

    private AnswerDiff() {}

    /** The differences, in the order of the questions and members as they come. @param before question id to answer, as {@link Answers#toJson()} writes it */
    public static List<FieldChange> of(JsonNode before, JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        for (String question : names(before, after)) {
            members(question, "", before.get(question), after.get(question), changes);
        }
        return changes;
    }

    private static void field(
            String question, String pointer, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before != null && after != null && before.isObject() && after.isObject()) {
            members(question, pointer, before, after, changes);
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                field(question, pointer + "/" + i, before.get(i), after.get(i), changes);
            }
        } else if (before == null || after == null || !before.toString().equals(after.toString())) {
            changes.add(new FieldChange(question, pointer, before, after));
        }
    }

    private static void members(
            String question, String pointer, JsonNode before, JsonNode after, List<FieldChange> changes) {
        for (String name : names(before, after)) {
            field(
                    question,
                    pointer + "/" + InputError.segment(name),
                    before == null ? null : before.get(name),
                    after == null ? null : after.get(name),
                    changes);
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode node : new JsonNode[] {before, after}) {
            if (node != null) {
                for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
                    names.add(each.next());
                }
            }
        }
        return names;
    }
}
