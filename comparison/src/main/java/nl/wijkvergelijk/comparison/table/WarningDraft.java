package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Note;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** A warning in the making: which indicators, and which municipalities with which value. */
final class WarningDraft {

    /** So many municipalities are named per value; the sentence counts the rest. */
    private static final int NAMED = 10;

    private final Note note;
    private final Definitions definitions;
    private final Set<String> indicators = new LinkedHashSet<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Map<Text, Set<String>> namesByValue = new LinkedHashMap<>();

    WarningDraft(Note note, Definitions definitions) {
        this.note = note;
        this.definitions = definitions;
    }

    WarningDraft concerns(String indicator) {
        indicators.add(indicator);
        return this;
    }

    void add(Municipality municipality, Text value) {
        add(municipality.code(), municipality.name(), value);
    }

    void add(String code, String name, Text value) {
        codes.add(code);
        namesByValue.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(name);
    }

    Warning warning() {
        Text sentence = definitions.warnings().getOrDefault(note.code(), WarningWords.PRICES);
        Text label = definitions.label(note.measure());
        return new Warning(
                note.code(),
                List.copyOf(indicators),
                List.copyOf(codes),
                new Text(fill(sentence, label, Language.NL), fill(sentence, label, Language.EN)));
    }

    private String fill(Text sentence, Text label, Language language) {
        List<String> parts = new ArrayList<>();
        namesByValue.forEach((value, names) -> parts.add(value.in(language) + " (" + names(names, language) + ")"));
        return sentence.in(language)
                .replace("{measure}", label.in(language))
                .replace("{values}", String.join("; ", parts));
    }

    private String names(Set<String> names, Language language) {
        List<String> some = names.stream().limit(NAMED).toList();
        String joined = String.join(", ", some);
        int rest = names.size() - some.size();
        return rest == 0
                ? joined
                : joined + " " + definitions.words().get("others").in(language).replace("{count}", "" + rest);
    }
}
