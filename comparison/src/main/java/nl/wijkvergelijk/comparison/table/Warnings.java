package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Aspect;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Note;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.http.Text;

/**
 * Finds why shown figures may not compare like with like: companions that differ or are missing, and inputs that are approximate,
 * disputed, assumed or stand in for another. One warning per code and measure, however many indicators it concerns.
 */
final class Warnings {

    private final Definitions definitions;
    private final RoundFigures figures;
    private final List<Municipality> members;
    private final WarningWords words;
    private final Map<Note, WarningDraft> drafts = new LinkedHashMap<>();

    /** @param members whom the rows of columns are about, by name */
    Warnings(Definitions definitions, RoundFigures figures, List<Municipality> members) {
        this.definitions = definitions;
        this.figures = figures;
        this.members = members;
        this.words = new WarningWords(definitions);
    }

    /** Adds what one column brings over these rows (in name order). */
    void add(ComputedColumn column, List<Integer> rows) {
        List<Municipality> compared = new ArrayList<>(rows.size());
        for (int row : rows) {
            Computed computed = column.computed()[row];
            if (computed.missing() == null) {
                compared.add(members.get(row));
                addOwn(column.id(), members.get(row), computed);
            }
        }
        for (Companion companion : column.indicator().comparableOn()) {
            addCompanion(column.id(), companion, compared);
        }
    }

    private void addOwn(String indicator, Municipality municipality, Computed computed) {
        for (Operand operand : computed.used()) {
            if (operand.qualifier() != Qualifier.EXACT) {
                Text how = definitions.qualifiers().get(operand.qualifier());
                draft("approximate", operand.measure(), indicator).add(municipality, how);
            }
            if (operand.disputed()) {
                draft("disputed", operand.measure(), indicator).add(municipality, words.readings(operand));
            }
        }
        for (Note note : computed.notes()) {
            draft(note.code(), note.measure(), indicator).add(municipality, words.of(note, computed));
        }
    }

    private void addCompanion(String indicator, Companion companion, List<Municipality> compared) {
        Map<Municipality, String> values = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (Municipality municipality : compared) {
            String value = Companions.value(figures, companion, municipality.code());
            values.put(municipality, value);
            if (value != null) {
                known.add(value);
            }
        }
        boolean lacks = values.containsValue(null);
        boolean dates = companion.aspect() == Aspect.AS_OF;
        if (dates && lacks) {
            WarningDraft draft = draft("as-of-unknown", companion.measure(), indicator);
            values.forEach((municipality, value) -> {
                if (value == null) {
                    draft.add(municipality, words.word("not-stated"));
                }
            });
        }
        if (known.size() > 1 || !dates && lacks) {
            WarningDraft draft = draft(companion.aspect().differs(), companion.measure(), indicator);
            values.forEach((municipality, value) -> {
                if (value != null || !dates) {
                    draft.add(municipality, words.of(companion, value));
                }
            });
        }
    }

    /** The draft of this code and measure, now concerning this indicator too. */
    WarningDraft draft(String code, String measure, String indicator) {
        return drafts.computeIfAbsent(new Note(code, measure), note -> new WarningDraft(note, definitions))
                .concerns(indicator);
    }

    /** All, by code, then as the columns brought them. */
    List<Warning> all() {
        return drafts.values().stream()
                .map(WarningDraft::warning)
                .sorted(Comparator.comparing(Warning::code))
                .toList();
    }
}
