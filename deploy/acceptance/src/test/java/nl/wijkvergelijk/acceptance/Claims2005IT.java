package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The README's table of what the study itself claims: the answer in each row is what its address answers, in full and with its bounds, and the verdict follows from
 * that answer by the rule that stands here.
 */
class Claims2005IT {

    private static final Pattern ROW = Pattern.compile(
            "^\\| (.+?) \\| `/v1(/[^`]+)` \\| (.+?) \\| \\*\\*([a-z ]+)\\*\\*(.*) \\|$", Pattern.MULTILINE);

    private static final String CONFIRMED = "confirmed";
    private static final String REFUTED = "refuted";
    private static final String UNTOLD = "cannot be told";

    private static final List<String> ALL =
            List.of("Amersfoort", "Apeldoorn", "Delft", "Leusden", "Zaanstad", "Zoetermeer");

    private final RunningProduct product = RunningProduct.shared();

    /** The rules, in the order of the rows. What a claim leaves vague is made sharp here, and said in the row. */
    private final List<Function<Answer, String>> rules = List.of(
            // 2.7: five from 95,000 to 155,000, and Leusden much smaller
            a -> told(
                    others("Leusden").allMatch(who -> a.low(who) >= 95_000 && a.high(who) <= 155_000)
                            && a.high("Leusden") < 95_000,
                    true),
            // 3.7: the wards of Leusden are the smallest on average, those of Apeldoorn the largest
            a -> told(a.rank("Leusden").equals("6") && a.rank("Apeldoorn").equals("1"), true),
            // 3.7: a wide range of sizes in Zaanstad and Apeldoorn: the largest is over one and a half times the
            // smallest
            a -> told(a.low("Zaanstad") > 1.5 && a.low("Apeldoorn") > 1.5, true),
            // 3.7: about equal in Zoetermeer: not even twice
            a -> told(a.high("Zoetermeer") < 2, a.isKnown("Zoetermeer")),
            // 3.7: and in Leusden
            a -> told(a.isKnown("Leusden") && a.high("Leusden") < 2, a.isKnown("Leusden")),
            // 3.7: Zaanstad's staff for its residents is above that of all others
            a -> told(others("Zaanstad").allMatch(who -> a.low("Zaanstad") > a.high(who)), true),
            // 3.7: and only Zaanstad's: no other is wholly above the rest
            a -> told(
                    others("Zaanstad").noneMatch(who -> others("Zaanstad")
                            .filter(rest -> !rest.equals(who))
                            .allMatch(rest -> a.low(who) > a.high(rest))),
                    true),
            // 3.7: Leusden's 2 FTE
            a -> told(a.low("Leusden") == 2 && a.high("Leusden") == 2, !a.isDisputed("Leusden")),
            // 3.7: Delft's 12,000 residents per ward
            a -> told(a.low("Delft") == 12_000 && a.high("Delft") == 12_000, !a.isDisputed("Delft")),
            // 3.7: residents get more of the time than any other
            a -> mostOf(a, "share-residents"),
            // 3.7: and yet professionals get over half of it
            a -> ALL.stream().anyMatch(who -> a.isBounded(who) && a.low(who) > 50)
                    ? REFUTED
                    : told(true, ALL.stream().allMatch(who -> a.isBounded(who) && a.high(who) < 50)),
            // 3.7: the WMO is an opportunity for most of them
            a -> told(a.naming("WMO").size() > 3, true),
            // 4.7: every unit has another place
            a -> told(new HashSet<>(ALL.stream().map(a::text).toList()).size() == ALL.size(), true),
            // 4.7: Apeldoorn alone is with the public service department
            a -> told(
                    a.everybody().text("Apeldoorn").contains("Publieksdienst")
                            && others("Apeldoorn")
                                    .noneMatch(who -> a.everybody().text(who).contains("Publieksdienst")),
                    true),
            // 4.7: area aldermen everywhere but in Zoetermeer and Delft
            a -> told(
                    ALL.stream().filter(who -> !a.isDisputed(who)).allMatch(who -> a.text(who)
                            .equals(Set.of("Zoetermeer", "Delft").contains(who) ? "no" : "yes")),
                    ALL.stream().noneMatch(a::isDisputed)),
            // 4.7: from formal to informal
            a -> order(a, "Zaanstad", "Apeldoorn", "Amersfoort", "Zoetermeer", "Delft", "Leusden"),
            // 4.7: Amersfoort, with its high place, is not first, and Delft's modest one is behind it
            a -> told(!a.rank("Amersfoort").startsWith("1") && a.high("Delft") < a.low("Amersfoort"), true),
            // 5.7: Zaanstad has the strongest place and less influence, Delft the other way round, and nobody is
            // farther from one to the other
            a -> told(
                    a.shift("Zaanstad")
                                    == ALL.stream()
                                            .mapToInt(a.everybody()::shift)
                                            .max()
                                            .orElseThrow()
                            && a.shift("Delft")
                                    == ALL.stream()
                                            .mapToInt(a.everybody()::shift)
                                            .min()
                                            .orElseThrow(),
                    true),
            // 5.7: influence hardly depends on formality
            a -> told(
                    Math.abs(a.correlation().path("rho").asDouble()) < 0.5,
                    a.json().path("warnings").findValuesAsText("code").stream().noneMatch("small-n"::equals)),
            // 5.7: from much to little influence; Delft and Apeldoorn share the first place
            a -> told(
                    a.rank("Delft").equals("1")
                            && a.rank("Apeldoorn").equals("1")
                            && order(a, "Apeldoorn", "Amersfoort", "Zaanstad", "Zoetermeer", "Leusden")
                                    .equals(CONFIRMED),
                    true),
            // 6.7: over half of Zaanstad's time is physical, and none of those known gives less to the social
            a -> told(
                    a.of("share-physical-development").low("Zaanstad")
                                            + a.of("share-physical-management").low("Zaanstad")
                                    > 50
                            && a.of("share-social").rank("Zaanstad").equals("3"),
                    true),
            // 6.7: Amersfoort gives more of its time to the social than any other
            a -> others("Amersfoort").anyMatch(who -> a.isBounded(who) && a.low(who) > a.high("Amersfoort"))
                    ? REFUTED
                    : told(
                            true,
                            others("Amersfoort")
                                    .allMatch(who -> a.isBounded(who) && a.high(who) < a.low("Amersfoort"))),
            // 6.7: no offices in Delft, Leusden and Zaanstad
            a -> told(
                    Stream.of("Delft", "Leusden", "Zaanstad")
                            .allMatch(who -> a.text(who).equals("none")),
                    true),
            // 6.7: offices in Amersfoort, Apeldoorn and Zoetermeer
            a -> told(
                    Stream.of("Amersfoort", "Apeldoorn", "Zoetermeer")
                            .allMatch(who -> a.text(who).equals("office")),
                    true),
            // 6.7: the four deepest in the ward
            a -> order(a, "Delft", "Leusden", "Amersfoort", "Apeldoorn"),
            // 6.7: Zoetermeer deeper than Zaanstad
            a -> told(
                    a.low("Zoetermeer") > a.high("Zaanstad"),
                    a.low("Zoetermeer") > a.high("Zaanstad") || a.high("Zoetermeer") < a.low("Zaanstad")),
            // 7.1: the work moved towards the social: that takes two rounds
            a -> told(
                    a.point(a.points() - 1).path("value").asDouble()
                            > a.point(0).path("value").asDouble(),
                    a.points() > 1),
            // 7.1: Amersfoort has long-term plans for some of its wards or none, and Delft has some
            a -> told(
                    Set.of("some", "none").contains(a.text("Amersfoort"))
                            && !a.text("Delft").equals("none"),
                    a.isKnown("Delft")));

    private static Stream<String> others(String than) {
        return ALL.stream().filter(who -> !who.equals(than));
    }

    private static String told(boolean holds, boolean canBeTold) {
        return !canBeTold ? UNTOLD : holds ? CONFIRMED : REFUTED;
    }

    /** Each one's place is wholly above the next one's. */
    private static String order(Answer answer, String... names) {
        return told(
                IntStream.range(1, names.length).allMatch(i -> answer.low(names[i - 1]) > answer.high(names[i])), true);
    }

    /** Whether a part of the time is the largest in every municipality, for all that the sources leave open. */
    private static String mostOf(Answer answer, String part) {
        boolean isCertain = true;
        Answer whole = answer.everybody();
        for (String who : ALL) {
            for (JsonNode other : whole.json().at("/composition/parts")) {
                if (other.asText().equals(part)) {
                    continue;
                }
                if (!whole.of(part).isBounded(who) || !whole.of(other.asText()).isBounded(who)) {
                    isCertain = false;
                } else if (whole.of(other.asText()).low(who) > whole.of(part).high(who)) {
                    return REFUTED;
                } else if (whole.of(other.asText()).high(who) > whole.of(part).low(who)) {
                    isCertain = false;
                }
            }
        }
        return told(true, isCertain);
    }

    @TestFactory
    List<DynamicTest> everyRowIsWhatItsAddressAnswersAndItsVerdictFollows() throws IOException {
        String readme = Files.readString(RunningProduct.HOME.resolve("README.md"));
        List<MatchResult> rows = ROW.matcher(readme).results().toList();
        assertEquals(
                rules.size(),
                rows.size(),
                () -> "rows that are read: "
                        + rows.stream().map(r -> r.group(1)).toList());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MatchResult row = rows.get(i);
            Function<Answer, String> rule = rules.get(i);
            tests.add(DynamicTest.dynamicTest(row.group(1), () -> {
                Answer answer = new Answer(product, row.group(2), asked(product, row.group(2)), null);
                assertEquals(answer.shown(), row.group(3));
                assertEquals(rule.apply(answer), row.group(4), row.group(1));
            }));
        }
        return tests;
    }

    private static JsonNode asked(RunningProduct product, String address) {
        return product.comparison(address + (address.contains("?") ? "&" : "?") + "lang=en");
    }

    /** What an address answers. Of a table its first indicator counts, unless another is asked for. */
    private record Answer(RunningProduct product, String address, JsonNode json, String chosen) {

        Answer of(String indicator) {
            return new Answer(product, address, json, indicator);
        }

        /** The same table with all municipalities and all indicators in it; the first indicator stays the one that counts. */
        Answer everybody() {
            String all = address.replaceAll("&(municipality|indicator)=[^&]*", "");
            return new Answer(product, all, asked(product, all), indicators().get(0));
        }

        private List<String> indicators() {
            return json.path("columns").findValuesAsText("id");
        }

        private String indicator() {
            return chosen == null ? indicators().get(0) : chosen;
        }

        private JsonNode row(String name) {
            for (JsonNode row : json.path("rows")) {
                if (row.at("/municipality/name").asText().equals(name)) {
                    return row;
                }
            }
            throw new AssertionError(name + " is not in " + address);
        }

        private JsonNode cell(String name) {
            return row(name).path("cells").path(indicator());
        }

        boolean isKnown(String name) {
            return !cell(name).has("missing");
        }

        boolean isDisputed(String name) {
            return cell(name).path("status").asText().equals("disputed");
        }

        String text(String name) {
            return cell(name).path("text").asText();
        }

        /** Whether it is known, or has bounds because the rest of the whole is. */
        boolean isBounded(String name) {
            return isKnown(name) || bounds(name).has("low");
        }

        double low(String name) {
            return bound(name, "low");
        }

        double high(String name) {
            return bound(name, "high");
        }

        private double bound(String name, String end) {
            JsonNode cell = isKnown(name) ? cell(name) : bounds(name);
            JsonNode bound = cell.has(end) ? cell.path(end) : cell.path("value");
            assertEquals(true, bound.isNumber(), name + " has no figure at " + address);
            return bound.asDouble();
        }

        private JsonNode bounds(String name) {
            for (JsonNode row : json.at("/composition/rows")) {
                if (row.at("/municipality/name").asText().equals(name)) {
                    return row.path("bounds").path(indicator());
                }
            }
            return json.path("none");
        }

        String rank(String name) {
            JsonNode rank = cell(name).path("rank");
            return rank.path("from").equals(rank.path("to"))
                    ? rank.path("from").asText()
                    : rank.path("from").asText() + "–" + rank.path("to").asText();
        }

        /** How many places lower it is in influence than in formality. */
        int shift(String name) {
            return Integer.parseInt(of("rating-influence").rank(name))
                    - Integer.parseInt(of("rating-formality").rank(name));
        }

        /** Of formality and influence. */
        JsonNode correlation() {
            for (JsonNode pair : json.at("/scaleCorrelation/pairs")) {
                if (pair.path("scales").toString().equals("[\"formality\",\"influence\"]")) {
                    return pair;
                }
            }
            throw new AssertionError("no such pair at " + address);
        }

        int points() {
            return json.at("/series/0/points").size();
        }

        JsonNode point(int index) {
            return json.at("/series/0/points/" + index + "/figure");
        }

        /** Who has a word in an answer. */
        List<String> naming(String word) {
            List<String> names = new ArrayList<>();
            for (JsonNode answer : json.path("answers")) {
                if (answer.at("/answer/value").toString().contains(word)) {
                    names.add(answer.at("/municipality/name").asText());
                }
            }
            return names;
        }

        /** All of it as the README writes it: no figure, bound, rank or doubt is left out. */
        String shown() {
            if (address.startsWith("/swot")) {
                return "“WMO”: " + String.join(", ", naming("WMO"));
            }
            if (address.startsWith("/rounds")) {
                return String.format(
                        Locale.ROOT,
                        "rho %.2f over %d",
                        correlation().path("rho").asDouble(),
                        correlation().path("n").asInt());
            }
            if (address.startsWith("/municipalities")) {
                return IntStream.range(0, points())
                        .mapToObj(
                                i -> json.at("/series/0/points/" + i + "/round").asText() + ": "
                                        + point(i).path("value").asText())
                        .collect(Collectors.joining("; "));
            }
            List<String> shown = new ArrayList<>();
            for (JsonNode row : json.path("rows")) {
                String name = row.at("/municipality/name").asText();
                List<String> figures = indicators().stream()
                        .map(indicator -> of(indicator).figure(name))
                        .toList();
                shown.add(name + " " + String.join(" and ", figures));
            }
            Map<String, String> agreement = new LinkedHashMap<>();
            json.path("agreement")
                    .fields()
                    .forEachRemaining(each -> agreement.put(
                            each.getKey(),
                            String.format(
                                    Locale.ROOT,
                                    "%.3f",
                                    each.getValue().path("w").asDouble())));
            return String.join("; ", shown)
                    + (agreement.isEmpty() ? "" : "; W " + String.join(" and ", agreement.values()));
        }

        private String figure(String name) {
            JsonNode cell = cell(name);
            StringBuilder shown = new StringBuilder(
                    cell.has("value")
                            ? number(cell.path("value"))
                            : cell.path(cell.has("missing") ? "missing" : "text")
                                    .asText());
            JsonNode bounds = isKnown(name) ? cell : bounds(name);
            if (bounds.has("low") || bounds.has("high")) {
                shown.append(" (%s–%s)".formatted(number(bounds.path("low")), number(bounds.path("high"))));
            }
            if (!Set.of("ok", "missing").contains(cell.path("status").asText())) {
                shown.append(", ").append(cell.path("status").asText());
            }
            return cell.has("rank") ? shown + ", rank " + rank(name) : shown.toString();
        }

        private String number(JsonNode number) {
            int decimals = 0;
            for (JsonNode column : json.path("columns")) {
                decimals = column.path("id").asText().equals(indicator())
                        ? column.path("decimals").asInt()
                        : decimals;
            }
            return number.isNumber() ? String.format(Locale.ROOT, "%,." + decimals + "f", number.asDouble()) : "…";
        }
    }
}
