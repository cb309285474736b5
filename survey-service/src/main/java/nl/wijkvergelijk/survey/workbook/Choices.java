package nl.wijkvergelijk.survey.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.MissingCode;
import nl.wijkvergelijk.survey.answer.Qualifier;
import nl.wijkvergelijk.survey.questionnaire.Option;

/** A list to choose from: shown by its labels, read back by a label in either language or by the code. */
public final class Choices {
    static final Choices NONE = new Choices(Map.of());
    public static final Choices YES_NO =
            new Choices(ordered("true", new Text("ja", "yes"), "false", new Text("nee", "no")));
    public static final Choices QUALIFIERS = new Choices(qualifiers());
    public static final Choices MISSING = new Choices(missing());

    private final Map<String, Text> labels;

    private Choices(Map<String, Text> labels) {
        this.labels = labels;
    }

    static Choices of(List<Option> options) {
        Map<String, Text> labels = new LinkedHashMap<>();
        options.forEach(option -> labels.put(option.code(), option.label()));
        return new Choices(labels);
    }

    static Choices of(List<String> codes, Map<String, Text> labels) {
        Map<String, Text> chosen = new LinkedHashMap<>();
        codes.forEach(code -> chosen.put(code, labels.getOrDefault(code, new Text(code, code))));
        return new Choices(chosen);
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    /** What the list shows, in its order. */
    List<String> shown(Language language) {
        return labels.keySet().stream().map(code -> label(code, language)).toList();
    }

    /** The label of a code; with the code behind it where two labels are alike. */
    public String label(String code, Language language) {
        String label = labels.get(code).in(language);
        boolean alike = labels.values().stream()
                        .filter(each -> same(each.in(language), label))
                        .count()
                > 1;
        return alike ? label + " (" + code + ")" : label;
    }

    /** The code that somebody means who wrote this on a sheet in this language. */
    Optional<String> code(String written, Language language) {
        Language other = language == Language.NL ? Language.EN : Language.NL;
        List<Function<String, String>> ways = new ArrayList<>();
        ways.add(code -> label(code, language));
        ways.add(code -> label(code, other));
        ways.add(code -> code);
        for (Function<String, String> way : ways) {
            Optional<String> meant = labels.keySet().stream()
                    .filter(code -> same(way.apply(code), written))
                    .findFirst();
            if (meant.isPresent()) {
                return meant;
            }
        }
        return Optional.empty();
    }

    private static boolean same(String a, String b) {
        return bare(a).equals(bare(b));
    }

    private static String bare(String text) {
        return CellText.comparable(text).replaceAll("[\\s\\u00a0\\u202f]+", " ").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Text> qualifiers() {
        Map<String, Text> labels = new LinkedHashMap<>();
        for (Qualifier qualifier : Qualifier.values()) {
            labels.put(
                    qualifier.code(),
                    switch (qualifier) {
                        case EXACT -> new Text("precies", "exactly");
                        case ROUNDED -> new Text("afgerond", "rounded");
                        case APPROXIMATE -> new Text("ongeveer", "approximately");
                        case ESTIMATED -> new Text("geschat", "estimated");
                        case AT_LEAST -> new Text("ruim (minstens)", "at least");
                        case AT_MOST -> new Text("bijna (hoogstens)", "at most");
                        case RANGE -> new Text("van … tot …", "from … to …");
                    });
        }
        return labels;
    }

    private static Map<String, Text> missing() {
        Map<String, Text> labels = new LinkedHashMap<>();
        for (MissingCode missing : MissingCode.values()) {
            labels.put(
                    missing.code(),
                    switch (missing) {
                        case NOT_STATED -> new Text("staat niet in de bronnen", "not stated in the sources");
                        case UNKNOWN -> new Text("weten we niet", "we do not know");
                        case NOT_APPLICABLE -> new Text("niet van toepassing", "not applicable");
                        case REFUSED -> new Text("willen we niet zeggen", "we will not say");
                        case LOST -> new Text("verloren gegaan", "lost");
                    });
        }
        return labels;
    }

    private static Map<String, Text> ordered(String first, Text firstLabel, String second, Text secondLabel) {
        Map<String, Text> labels = new LinkedHashMap<>();
        labels.put(first, firstLabel);
        labels.put(second, secondLabel);
        return labels;
    }
}
