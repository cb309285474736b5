package nl.wijkvergelijk.survey.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.RuleDefinition;
import nl.wijkvergelijk.survey.questionnaire.Section;

/** Finds what changed from one version of a questionnaire to another, in the order of the form: its labels, its sections with their questions, its rules. */
final class Changes {

    private final Questionnaire earlier;
    private final Questionnaire later;
    private final List<Change> changes = new ArrayList<>();

    Changes(Questionnaire earlier, Questionnaire later) {
        this.earlier = earlier;
        this.later = later;
    }

    List<Change> all() {
        if (!earlier.title().equals(later.title())) {
            add(ChangeCode.TITLE_CHANGED, null, null, earlier.title(), later.title(), reads("De titel", "The title"));
        }
        labels(ChangeCode.UNIT_LABEL_CHANGED, earlier.units(), later.units());
        labels(ChangeCode.BASIS_LABEL_CHANGED, earlier.bases(), later.bases());
        labels(ChangeCode.PERIOD_LABEL_CHANGED, earlier.periods(), later.periods());
        sections();
        rules();
        return List.copyOf(changes);
    }

    private void labels(ChangeCode code, Map<String, Text> before, Map<String, Text> after) {
        after.forEach((name, label) -> {
            Text old = before.get(name);
            if (old != null && !old.equals(label)) {
                add(code, null, null, old, label, reads("Het label van " + name, "The label of " + name));
            }
        });
    }

    private void sections() {
        Map<String, Section> before = byId(earlier.sections(), Section::id);
        Map<String, Section> after = byId(later.sections(), Section::id);
        Set<String> moved = InOrder.moved(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        Map<String, Section> questionBefore = sectionByQuestion(earlier);
        Map<String, Section> questionAfter = sectionByQuestion(later);
        List<String> order = InOrder.of(List.copyOf(questionBefore.keySet()), List.copyOf(questionAfter.keySet()));
        for (String id : InOrder.of(List.copyOf(before.keySet()), List.copyOf(after.keySet()))) {
            section(before.get(id), after.get(id), moved.contains(id));
            for (String question : order) {
                Section now = questionAfter.getOrDefault(question, questionBefore.get(question));
                if (now.id().equals(id)) {
                    question(question, questionBefore.get(question), questionAfter.get(question));
                }
            }
        }
    }

    private void section(Section before, Section after, boolean moved) {
        if (before == null) {
            add(
                    ChangeCode.SECTION_ADDED,
                    after.id(),
                    null,
                    null,
                    after.title(),
                    text("Nieuw onderdeel: %s.", "New section: %s.", after.title()));
        } else if (after == null) {
            add(
                    ChangeCode.SECTION_REMOVED,
                    before.id(),
                    null,
                    before.title(),
                    null,
                    text("Vervallen onderdeel: %s.", "Section gone: %s.", before.title()));
        } else {
            if (moved) {
                add(
                        ChangeCode.SECTION_MOVED,
                        after.id(),
                        null,
                        place(earlier.sections(), before),
                        place(later.sections(), after),
                        text(
                                "Dit onderdeel staat op een andere plaats: %s.",
                                "This section moved: %s.", after.title()));
            }
            if (!before.title().equals(after.title())) {
                add(
                        ChangeCode.SECTION_TITLE_CHANGED,
                        after.id(),
                        null,
                        before.title(),
                        after.title(),
                        reads("De titel van dit onderdeel", "The title of this section"));
            }
        }
    }

    private void question(String id, Section before, Section after) {
        Question was = earlier.question(id).orElse(null);
        Question is = later.question(id).orElse(null);
        if (was == null) {
            Text sentence = text("Nieuwe vraag: %s.", "New question: %s.", label(is));
            add(ChangeCode.QUESTION_ADDED, after.id(), id, null, is.label(), sentence);
        } else if (is == null) {
            Text sentence = text("Vervallen vraag: %s.", "Question gone: %s.", label(was));
            add(ChangeCode.QUESTION_REMOVED, before.id(), id, was.label(), null, sentence);
        } else {
            if (!before.id().equals(after.id()) || movedWithin(before, after).contains(id)) {
                add(
                        ChangeCode.QUESTION_MOVED,
                        after.id(),
                        id,
                        before.id(),
                        after.id(),
                        text("Deze vraag staat op een andere plaats: %s.", "This question moved: %s.", label(is)));
            }
            new QuestionChanges(was, is, after.id()).addTo(changes);
        }
    }

    private static Set<String> movedWithin(Section before, Section after) {
        return InOrder.moved(
                before.questions().stream().map(Question::id).toList(),
                after.questions().stream().map(Question::id).toList());
    }

    private void rules() {
        Map<String, RuleDefinition> before = byId(earlier.rules(), RuleDefinition::id);
        Map<String, RuleDefinition> after = byId(later.rules(), RuleDefinition::id);
        for (String id : InOrder.of(List.copyOf(before.keySet()), List.copyOf(after.keySet()))) {
            RuleDefinition was = before.get(id);
            RuleDefinition is = after.get(id);
            if (was == null) {
                rule(ChangeCode.RULE_ADDED, id, null, is, "Nieuwe regel: %s.", "New rule: %s.");
            } else if (is == null) {
                rule(ChangeCode.RULE_REMOVED, id, was, null, "Vervallen regel: %s.", "Rule gone: %s.");
            } else if (!RuleText.of(was).equals(RuleText.of(is))) {
                rule(ChangeCode.RULE_CHANGED, id, was, is, "Regel gewijzigd: %s.", "Rule changed: %s.");
            }
        }
    }

    /** A rule as it is compared and shown: numbers are equal when they are worth the same. */
    private record RuleText(String kind, String severity, List<String> questions, String when, String with, Text text) {

        static RuleText of(RuleDefinition rule) {
            return new RuleText(
                    rule.kind(),
                    rule.severity().code(),
                    rule.questions(),
                    new TreeMap<>(rule.when()).toString(),
                    rule.parameters() == null || rule.parameters().isEmpty() ? "" : Sorted.text(rule.parameters()),
                    rule.text());
        }
    }

    private void rule(ChangeCode code, String id, RuleDefinition was, RuleDefinition is, String nl, String en) {
        changes.add(new Change(code, null, null, id, was, is, new Text(nl.formatted(id), en.formatted(id))));
    }

    private void add(ChangeCode code, String section, String question, Object was, Object is, Text sentence) {
        changes.add(new Change(code, section, question, null, was, is, sentence));
    }

    private static Text label(Question question) {
        return question.label() == null ? new Text(question.id(), question.id()) : question.label();
    }

    private static Text text(String nl, String en, Text label) {
        return new Text(nl.formatted(label.nl()), en.formatted(label.en()));
    }

    private static Text reads(String nl, String en) {
        return new Text(nl + " luidt anders.", en + " reads differently.");
    }

    private static int place(List<Section> sections, Section section) {
        return sections.indexOf(section) + 1;
    }

    private static Map<String, Section> sectionByQuestion(Questionnaire questionnaire) {
        Map<String, Section> sections = new LinkedHashMap<>();
        questionnaire.sections().forEach(s -> s.questions().forEach(q -> sections.put(q.id(), s)));
        return sections;
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        all.forEach(each -> byId.put(id.apply(each), each));
        return byId;
    }
}
