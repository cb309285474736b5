package nl.wijkvergelijk.comparison.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Measure;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.comparison.figures.InputView;
import nl.wijkvergelijk.http.Text;

/** What sources say, as people read it: codes by their labels, numbers with their units, places in documents. */
final class OriginWords {

    private static final Map<String, Text> RELATIONS = Map.of(
            "same", new Text("hetzelfde", "the same"),
            "rounds", new Text("afgerond", "rounded"),
            "other-date", new Text("op een andere datum", "of another date"),
            "other-definition", new Text("anders geteld", "counted otherwise"),
            "contradicts", new Text("spreekt dit tegen", "contradicts this"));

    private final Definitions definitions;
    private final Words words;

    OriginWords(Definitions definitions, Words words) {
        this.definitions = definitions;
        this.words = words;
    }

    static String day(String instant) {
        return instant.substring(0, 10);
    }

    String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Of a measure, a scale or a factor. */
    String label(String id) {
        return Optional.ofNullable(definitions.assumptions().get(id)).isPresent()
                        && !definitions.measures().containsKey(id)
                ? words.in("de voltijdse werkweek van de ronde", "the full-time week of the round")
                : definitions.label(id).in(words.language());
    }

    String why(String code) {
        return switch (code) {
            case "zero" -> words.in("nul, en daar is niet door te delen", "zero, which cannot be divided by");
            case "unit", "basis", "currency", "period" -> words.in("niet om te rekenen", "cannot be converted");
            default -> words.missing(code);
        };
    }

    String number(BigDecimal value, String unit) {
        return words.plain(value) + (unit == null ? "" : " " + unit(unit));
    }

    /** Such as: about 22 FTE. */
    String qualified(String qualifier, String number, String unit) {
        String before = Qualifier.of(qualifier == null ? "" : qualifier)
                .filter(each -> each != Qualifier.EXACT && each != Qualifier.RANGE)
                .map(each -> definitions.qualifiers().get(each).in(words.language()) + " ")
                .orElse("");
        return before + number + (unit == null ? "" : " " + unit(unit));
    }

    /** The answer as it was given; why there is none where it lacks. */
    String answer(InputView input) {
        if (input.missing() != null) {
            return words.missing(input.missing());
        }
        if (input.value() == null) {
            return text(input.measure(), input.text());
        }
        String number =
                qualified(input.qualifier(), words.plain(input.value()), unitOf(input.unit(), input.currency()));
        return Stream.of(number, word(input.basis()), word(input.period()), range(input.low(), input.high()))
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
    }

    /** The number that formulas compute with and where it can lie; null where there is none. */
    String computed(InputView.ComputedView computed) {
        if (computed == null || computed.value() == null) {
            return null;
        }
        String range = computed.low() == null && computed.high() == null
                ? null
                : range(decimal(computed.low()), decimal(computed.high()));
        return number(decimal(computed.value()), computed.unit()) + (range == null ? "" : " " + range);
    }

    String counted(String measure, String definition) {
        Measure found = definitions.measures().get(measure);
        if (definition == null || found == null) {
            return null;
        }
        return found.definitions()
                .getOrDefault(definition, new Text(definition, definition))
                .in(words.language());
    }

    String relation(String code, boolean resolved) {
        String said = RELATIONS.getOrDefault(code, new Text(code, code)).in(words.language());
        return resolved ? said + words.in(", opgelost", ", resolved") : said;
    }

    /** What a source says otherwise. */
    String statement(JsonNode statement) {
        List<String> parts = new ArrayList<>();
        if (statement.hasNonNull("missing")) {
            parts.add(words.missing(statement.get("missing").asText()));
        } else if (statement.path("value").isNumber()) {
            parts.add(qualified(
                    text(statement, "qualifier"),
                    words.plain(statement.get("value").decimalValue()),
                    unitOf(text(statement, "unit"), text(statement, "currency"))));
        } else if (statement.hasNonNull("value") || statement.hasNonNull("text")) {
            parts.add(statement.path("value").asText(statement.path("text").asText()));
        }
        add(parts, word(text(statement, "basis")));
        add(parts, word(text(statement, "period")));
        add(parts, range(decimal(statement.get("low")), decimal(statement.get("high"))));
        String said = String.join(" ", parts);
        for (String more : List.of("asOf", "asPrinted", "note", "resolved")) {
            if (statement.hasNonNull(more)) {
                said += "; " + statement.get(more).asText();
            }
        }
        return said;
    }

    /** Each place in a document, or interview. */
    List<String> sources(JsonNode evidence) {
        List<String> sources = new ArrayList<>();
        for (JsonNode each : evidence) {
            List<String> parts = new ArrayList<>();
            JsonNode document = each.path("document");
            add(parts, text(document, "title"));
            add(parts, text(document, "publisher"));
            add(parts, text(document, "date"));
            if (each.hasNonNull("interview")) {
                JsonNode interview = each.get("interview");
                parts.add(words.in("gesprek", "interview"));
                add(parts, text(interview, "group"));
                add(parts, text(interview, "date"));
            }
            if (each.hasNonNull("section")) {
                parts.add(
                        words.in("paragraaf ", "section ") + each.get("section").asText());
            }
            if (each.hasNonNull("page")) {
                parts.add(words.in("bladzijde ", "page ") + each.get("page").asText());
            }
            if (each.hasNonNull("moment")) {
                parts.add(each.get("moment").asText());
            }
            if (!parts.isEmpty()) {
                sources.add(String.join(", ", parts));
            }
        }
        return sources;
    }

    private String text(String measure, String text) {
        Measure found = definitions.measures().get(measure);
        if (found == null || found.options().isEmpty() || text == null) {
            return text;
        }
        return Stream.of(text.split("; ", -1))
                .map(code ->
                        found.options().getOrDefault(code, new Text(code, code)).in(words.language()))
                .collect(Collectors.joining("; "));
    }

    private String range(BigDecimal low, BigDecimal high) {
        if (low == null && high == null) {
            return null;
        }
        if (low == null || high == null) {
            return low == null
                    ? words.in("tot ", "up to ") + words.plain(high)
                    : words.in("vanaf ", "from ") + words.plain(low);
        }
        return "[" + words.plain(low) + "–" + words.plain(high) + "]";
    }

    private String unit(String code) {
        return definitions.units().getOrDefault(code, new Text(code, code)).in(words.language());
    }

    private static String unitOf(String unit, String currency) {
        return unit == null ? currency : unit;
    }

    private String word(String code) {
        return code == null
                ? null
                : definitions.words().getOrDefault(code, new Text(code, code)).in(words.language());
    }

    private static void add(List<String> parts, String part) {
        if (part != null && !part.isBlank()) {
            parts.add(part);
        }
    }

    private static String text(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.get(member).asText() : null;
    }

    private static BigDecimal decimal(Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static BigDecimal decimal(JsonNode node) {
        return node == null || !node.isNumber() ? null : node.decimalValue();
    }
}
