package nl.wijkvergelijk.comparison.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Aspect;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Note;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.comparison.definitions.RateFormula;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/**
 * Finds why shown figures may not compare like with like: companions that differ or are missing, and inputs that are approximate,
 * disputed, assumed or stand in for another, amounts in prices of different years, and a merger between the dates. One warning per code and
 * measure, however many indicators it concerns.
 */
final class Warnings {

    private final Definitions definitions;
    private final RoundFigures figures;
    private final List<Municipality> members;
    private final int[] inFigures;
    private final WarningWords words;
    private final Map<Note, WarningDraft> drafts = new LinkedHashMap<>();
    private final List<Merger> mergers;
    private final Set<Merger> between = new LinkedHashSet<>();
    private final Set<String> merged = new LinkedHashSet<>();
    private final Set<String> concerned = new LinkedHashSet<>();

    /** @param members whom the rows of columns are about, by name @param inFigures where each stands in the figures @param all every municipality there is or was, by code */
    Warnings(
            Definitions definitions,
            RoundFigures figures,
            List<Municipality> members,
            int[] inFigures,
            Map<String, Municipality> all) {
        this.definitions = definitions;
        this.figures = figures;
        this.members = members;
        this.inFigures = inFigures;
        this.words = new WarningWords(definitions);
        this.mergers =
                Merger.among(all, members.stream().map(Municipality::code).collect(Collectors.toSet()));
    }

    /** Adds what one column brings over these rows (in name order). */
    void add(ComputedColumn column, List<Integer> rows) {
        List<Integer> compared = new ArrayList<>(rows.size());
        List<String> dates = new ArrayList<>(rows.size());
        for (int row : rows) {
            Computed computed = column.figure(row);
            if (computed.missing() == null) {
                compared.add(row);
                addOwn(column.id(), members.get(row), computed);
                dates.add(
                        computed.used().isEmpty()
                                ? null
                                : computed.used().get(0).asOf());
            }
        }
        for (Companion companion : column.indicator().comparableOn()) {
            addCompanion(column.id(), companion, compared);
        }
        if (column.indicator().formula() instanceof RateFormula rate) {
            addPriceLevel(column.id(), rate.amount(), compared, dates);
        }
        addMergers(column.id(), compared, dates);
    }

    /** An amount is in the prices of its date; of those without one nothing is said but that they have none. */
    private void addPriceLevel(String indicator, String amount, List<Integer> compared, List<String> dates) {
        Map<Municipality, Text> years = new LinkedHashMap<>();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate day = Merger.first(dates.get(i), "");
            if (day != null) {
                years.put(members.get(compared.get(i)), words.year(day));
            }
        }
        if (new HashSet<>(years.values()).size() > 1) {
            WarningDraft draft = draft("price-level", amount, indicator);
            years.forEach(draft::add);
        }
    }

    /** A merger of one of these municipalities that can lie after the earliest and not after the latest of their figures. */
    private void addMergers(String indicator, List<Integer> compared, List<String> dates) {
        if (mergers.isEmpty() || dates.size() < 2) {
            return;
        }
        String round = figures.round().id();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (String asOf : dates) {
            first = earliest(first, Merger.first(asOf, round));
            last = latest(last, Merger.last(asOf, round));
        }
        Set<String> codes =
                compared.stream().map(row -> members.get(row).code()).collect(Collectors.toSet());
        for (Merger merger : mergers) {
            List<String> shown = merger.among(codes);
            if (!shown.isEmpty() && merger.between(first, last)) {
                between.add(merger);
                merged.addAll(shown);
                concerned.add(indicator);
            }
        }
    }

    /** Null is a day that nobody says, and so may be any. */
    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one == null || other == null ? null : one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
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

    private void addCompanion(String indicator, Companion companion, List<Integer> compared) {
        List<String> values = new ArrayList<>(compared.size());
        compared.forEach(row -> values.add(Companions.value(figures, companion, inFigures[row])));
        Set<String> known = new HashSet<>(values);
        boolean lacks = known.remove(null);
        boolean dates = companion.aspect() == Aspect.AS_OF;
        if (dates && lacks) {
            WarningDraft draft = draft("as-of-unknown", companion.measure(), indicator);
            Text notStated = words.word("not-stated");
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == null) {
                    draft.add(members.get(compared.get(i)), notStated);
                }
            }
        }
        if (known.size() > 1 || !dates && lacks) {
            WarningDraft draft = draft(companion.aspect().differs(), companion.measure(), indicator);
            Map<String, Text> inWords = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                if (value != null || !dates) {
                    draft.add(
                            members.get(compared.get(i)),
                            inWords.computeIfAbsent(value, each -> words.of(companion, each)));
                }
            }
        }
    }

    /** The draft of this code and measure, now concerning this indicator too. */
    WarningDraft draft(String code, String measure, String indicator) {
        return drafts.computeIfAbsent(new Note(code, measure), note -> new WarningDraft(note, definitions))
                .concerns(indicator);
    }

    private Warning ofMergers() {
        List<Text> values = between.stream()
                .map(merger -> merger.described(words.undated()))
                .toList();
        return new Warning(
                "not-recalculable",
                List.copyOf(concerned),
                List.copyOf(merged),
                new Text(sentence(values, Language.NL), sentence(values, Language.EN)));
    }

    private static String sentence(List<Text> values, Language language) {
        return WarningWords.MERGER
                .in(language)
                .replace(
                        "{values}",
                        values.stream().map(each -> each.in(language)).collect(Collectors.joining("; ")));
    }

    /** All, by code, then as the columns brought them. */
    List<Warning> all() {
        Stream<Warning> ofMergers = between.isEmpty() ? Stream.empty() : Stream.of(ofMergers());
        return Stream.concat(drafts.values().stream().map(WarningDraft::warning), ofMergers)
                .sorted(Comparator.comparing(Warning::code))
                .toList();
    }
}
