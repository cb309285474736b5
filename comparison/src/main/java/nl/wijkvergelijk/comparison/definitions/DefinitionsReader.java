package nl.wijkvergelijk.comparison.definitions;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wijkvergelijk.comparison.definitions.Measure.Type;
import nl.wijkvergelijk.http.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one definitions file; refuses duplicate and unknown keys, and every name that is not defined in the same file. */
final class DefinitionsReader {

    /** Warnings that exist whatever the companions are. */
    private static final List<String> ALWAYS = List.of(
            "as-of-unknown",
            "period-assumed",
            "proxy-factor",
            "approximate",
            "disputed",
            "small-n",
            "not-recalculable");

    private static final List<String> NEEDED_WORDS = List.of("not-stated", "others", "undated", "unsourced");

    private final Section file;

    private DefinitionsReader(Section file) {
        this.file = file;
    }

    /** Reads; {@code name} stands in refusals. */
    static Definitions read(String name, InputStream in) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object yaml = new Yaml(new SafeConstructor(options)).load(in);
            return new DefinitionsReader(new Section(name, yaml)).read();
        } catch (YAMLException e) {
            throw new InvalidDefinitions(name + ": " + e.getMessage());
        }
    }

    private Definitions read() {
        int number = file.integer("number");
        Map<String, Text> units = file.each("units", Section::text);
        Map<Qualifier, Width> widths = new EnumMap<>(Qualifier.class);
        Map<Qualifier, Text> labels = new EnumMap<>(Qualifier.class);
        readQualifiers(widths, labels);
        Map<String, Assumption> assumptions =
                file.each("assumptions", (all, code) -> new Assumption(code, all.text(code)));
        Map<String, Conversion.RoundFactor> factors =
                file.each("factors", (all, id) -> readFactor(all.section(id), id, units, assumptions));
        List<Conversion> conversions = readConversions(units, factors);
        Map<String, Text> words = file.each("words", Section::text);
        Map<String, Text> warnings = file.each("warnings", Section::text);
        requireKeys("words", words, NEEDED_WORDS);
        requireKeys("warnings", warnings, ALWAYS);
        requireKeys("assumptions", assumptions, List.of("strict-rankings", "complete-ballots"));
        Map<String, Measure> measures = file.each("measures", (all, id) -> readMeasure(all.section(id), id, units));
        Map<String, Text> scales = file.each("scales", Section::text);
        IndicatorReader reader = new IndicatorReader(units, assumptions, warnings, measures, scales);
        Map<String, Indicator> indicators = file.each("indicators", (all, id) -> reader.read(all.section(id), id));
        Map<String, Topic> topics = file.each("topics", (all, id) -> readTopic(all.section(id), id, indicators));
        if (topics.values().stream().anyMatch(Topic::composition)) {
            requireKeys("words", words, List.of("shares-known"));
            requireKeys("warnings", warnings, List.of("partial"));
        }
        file.close();
        return new Definitions(
                number,
                units,
                Collections.unmodifiableMap(widths),
                Collections.unmodifiableMap(labels),
                conversions,
                assumptions,
                words,
                warnings,
                measures,
                scales,
                indicators,
                topics);
    }

    private void requireKeys(String section, Map<String, ?> there, List<String> needed) {
        for (String key : needed) {
            if (!there.containsKey(key)) {
                throw file.invalid(section, "must have " + key);
            }
        }
    }

    private void readQualifiers(Map<Qualifier, Width> widths, Map<Qualifier, Text> labels) {
        Section all = file.section("qualifiers");
        for (Qualifier qualifier : Qualifier.values()) {
            Section one = all.section(qualifier.code());
            labels.put(qualifier, one.text("label"));
            widths.put(qualifier, new Width(readSide(one, "below"), readSide(one, "above"), one.flag("given")));
            one.close();
        }
        all.close();
    }

    private static Width.Side readSide(Section width, String key) {
        if (!width.has(key)) {
            return Width.Side.NONE;
        }
        Section side = width.section(key);
        Width.Side result =
                new Width.Side(side.numberOr("place", BigDecimal.ZERO), side.numberOr("share", BigDecimal.ZERO));
        side.close();
        return result;
    }

    private static Conversion.RoundFactor readFactor(
            Section factor, String id, Map<String, Text> units, Map<String, Assumption> assumptions) {
        if (!factor.string("of").equals("round") || !id.equals("full-time-hours")) {
            throw factor.invalid("of", "only full-time-hours of the round is known");
        }
        Conversion.RoundFactor result = new Conversion.RoundFactor(
                id, known(factor, "unit", units), assumptions.get(known(factor, "assumption", assumptions)));
        factor.close();
        return result;
    }

    private List<Conversion> readConversions(Map<String, Text> units, Map<String, Conversion.RoundFactor> factors) {
        List<Conversion> conversions = new ArrayList<>();
        for (Section one : file.sections("conversions")) {
            conversions.add(new Conversion(
                    known(one, "from", units), known(one, "to", units), factors.get(known(one, "dividedBy", factors))));
            one.close();
        }
        return List.copyOf(conversions);
    }

    private static Measure readMeasure(Section measure, String id, Map<String, Text> units) {
        Type type = readType(measure);
        Measure result = new Measure(
                id,
                type,
                measure.text("label"),
                type == Type.NUMBER ? known(measure, "unit", units) : null,
                measure.each("options", Section::text),
                measure.each("definitions", Section::text));
        if (type == Type.CHOICE && result.options().isEmpty()) {
            throw measure.invalid("options", "a choice needs options");
        }
        measure.close();
        return result;
    }

    private static Type readType(Section measure) {
        String type = measure.string("type");
        for (Type known : Type.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(type)) {
                return known;
            }
        }
        throw measure.invalid("type", type + " is not one of number, money, text, choice");
    }

    private static Topic readTopic(Section topic, String id, Map<String, Indicator> indicators) {
        List<String> columns = topic.strings("columns");
        if (columns.isEmpty()) {
            throw topic.invalid("columns", "a topic needs columns");
        }
        for (String column : columns) {
            if (!indicators.containsKey(column)) {
                throw topic.invalid("columns", "no indicator " + column);
            }
            if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw topic.invalid("columns", column + " stands there twice");
            }
        }
        Topic result = new Topic(
                id,
                topic.text("title"),
                topic.textOr("description", null),
                columns,
                topic.flag("agreement"),
                topic.flag("composition"));
        topic.close();
        if (result.composition()) {
            requireShares(topic, columns.stream().map(indicators::get).toList());
        }
        return result;
    }

    private static void requireShares(Section topic, List<Indicator> columns) {
        List<Indicator> numbers = columns.stream().filter(Indicator::numeric).toList();
        if (numbers.size() < 2) {
            throw topic.invalid("composition", "needs two shares or more");
        }
        for (Indicator number : numbers) {
            if (!number.unit().equals("percent")) {
                throw topic.invalid("composition", number.id() + " is not in percent");
            }
        }
    }

    static String known(Section section, String key, Map<String, ?> names) {
        String name = section.string(key);
        if (!names.containsKey(name)) {
            throw section.invalid(key, name + " is not defined");
        }
        return name;
    }
}
