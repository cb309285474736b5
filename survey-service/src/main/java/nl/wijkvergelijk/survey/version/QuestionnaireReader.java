package nl.wijkvergelijk.survey.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * Reads a questionnaire that somebody sends, in the form in which the API shows one, and says everything that is wrong with it. Whatever it has nothing against
 * can be asked, judged, compared and put in a workbook.
 */
final class QuestionnaireReader {
    private static final int SECTIONS = 50;
    private static final int QUESTIONS = 500;
    private static final int RULES = 300;
    private static final int LABELS = 100;
    private static final int LAST_VERSION = 999_999_999;

    private final Place root;
    private final List<Questionnaire> versions;
    private final Continuity continuity;
    private final MeasureFit fit;

    private QuestionnaireReader(
            JsonNode sent, List<Questionnaire> versions, Definitions definitions, List<InputError> errors) {
        this.root = new Place(sent, "", errors);
        this.versions = versions;
        this.continuity = new Continuity(versions);
        this.fit = new MeasureFit(definitions);
    }

    /**
     * What is wrong with a questionnaire; nothing if it may be posted, unless this very version is there already.
     *
     * @param versions those of the same id that are there, the oldest first
     * @param definitions those in force
     */
    static List<InputError> errors(JsonNode sent, List<Questionnaire> versions, Definitions definitions) {
        List<InputError> errors = new ArrayList<>();
        new QuestionnaireReader(sent, versions, definitions, errors).read();
        return errors;
    }

    private void read() {
        if (!root.isObject("id", "version", "title", "units", "bases", "periods", "sections", "rules")) {
            return;
        }
        root.at("id").name();
        version();
        root.at("title").label(Place.LABEL);
        Codes codes = new Codes(labels("units"), labels("bases"), labels("periods"));
        Map<String, Question> asked = sections(codes);
        Set<String> rules = new HashSet<>();
        root.at("rules").require();
        for (Place rule : root.at("rules").items(0, RULES)) {
            new RuleReader(rule, asked, expressions()).read(rules);
        }
    }

    private Set<String> expressions() {
        return versions.stream()
                .flatMap(version -> version.rules().stream())
                .filter(rule -> rule.kind().equals("pattern"))
                .map(rule -> rule.parameters().path("matches").asText())
                .collect(Collectors.toSet());
    }

    /** The codes that the questionnaire has labels for. */
    record Codes(Set<String> units, Set<String> bases, Set<String> periods) {}

    private void version() {
        Place place = root.at("version");
        Integer version = place.whole(1, LAST_VERSION);
        int last = versions.stream().mapToInt(Questionnaire::version).max().orElse(0);
        boolean isThere =
                versions.stream().anyMatch(q -> Integer.valueOf(q.version()).equals(version));
        if (version != null && version < last && !isThere) {
            place.refuse(
                    "version-not-newer",
                    "Een nieuwe versie heeft een hoger nummer dan alle eerdere; de laatste is %d.".formatted(last),
                    "A new version has a higher number than all earlier ones; the last is %d.".formatted(last));
        }
    }

    private Set<String> labels(String member) {
        Place labels = root.at(member);
        labels.require();
        List<String> names = labels.names(LABELS);
        for (String name : names) {
            if (name.length() > Place.ID || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                labels.at(name)
                        .refuse(
                                "wrong-form",
                                "Een code bestaat uit kleine letters, cijfers en koppeltekens.",
                                "A code consists of lower-case letters, digits and hyphens.");
            }
            labels.at(name).label(Place.LABEL);
        }
        return Set.copyOf(names);
    }

    /** The questions by id; null for one that something is wrong with. */
    private Map<String, Question> sections(Codes codes) {
        Map<String, Question> asked = new LinkedHashMap<>();
        Set<String> sections = new HashSet<>();
        Set<String> measures = new HashSet<>();
        for (Place section : root.at("sections").items(1, SECTIONS)) {
            if (!section.isObject("id", "title", "questions")) {
                continue;
            }
            String id = section.at("id").name();
            if (id != null && !sections.add(id)) {
                section.at("id").refuseDuplicate();
            }
            section.at("title").label(Place.LABEL);
            for (Place question : section.at("questions").items(1, QUESTIONS)) {
                question(question, codes, asked, measures);
            }
        }
        if (asked.size() > QUESTIONS) {
            root.at("sections")
                    .refuse(
                            "wrong-size",
                            "Hoogstens %d vragen; het zijn er %d.".formatted(QUESTIONS, asked.size()),
                            "At most %d questions; there are %d.".formatted(QUESTIONS, asked.size()));
        }
        return asked;
    }

    private void question(Place place, Codes codes, Map<String, Question> asked, Set<String> measures) {
        Question question = new QuestionReader(place, codes).read();
        String id = place.node().path("id").textValue();
        if (id == null) {
            return;
        }
        if (asked.containsKey(id)) {
            place.at("id").refuseDuplicate();
            return;
        }
        asked.put(id, question);
        if (question != null) {
            fedOnce(question, place, measures);
            continuity.check(question, place);
            fit.check(question, continuity.before(id).orElse(null), place);
        }
    }

    private static void fedOnce(Question question, Place place, Set<String> measures) {
        MeasureFit.fed(question, place).forEach((measure, at) -> {
            if (!measures.add(measure)) {
                at.refuse(
                        "measure-fed-twice",
                        "Een andere vraag voedt deze maat al; een maat komt uit een vraag.",
                        "Another question feeds this measure already; a measure comes from one question.");
            }
        });
    }
}
