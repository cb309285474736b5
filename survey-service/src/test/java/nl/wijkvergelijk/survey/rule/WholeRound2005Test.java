package nl.wijkvergelijk.survey.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wijkvergelijk.local.Yaml;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import org.junit.jupiter.api.Test;

/** The form of 2005 is accounted for as a whole, by each of the six, and says nothing that the report does not print. */
class WholeRound2005Test {
    private static final Path ROUND = Path.of("../deploy/rounds/2005");
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d.]*(?:,\\d+)?( duizend)?");

    /** The footnotes of the report, by the section that they stand with. */
    private static final Map<String, List<Integer>> FOOTNOTES = Map.ofEntries(
            Map.entry("2.1", List.of(1, 2, 3)),
            Map.entry("2.2", List.of(4)),
            Map.entry("3.1", List.of(5, 6)),
            Map.entry("3.2", List.of(7, 8)),
            Map.entry("3.3", List.of(9, 10)),
            Map.entry("3.4", List.of(11)),
            Map.entry("3.5", List.of(12)),
            Map.entry("3.6", List.of(13)),
            Map.entry("4.1", List.of(14)),
            Map.entry("6.1", List.of(15)),
            Map.entry("7.4", List.of(16, 17)),
            Map.entry("Bijlage 1", List.of(18, 19)));

    /** Numbers that the report writes in words, as far as answers need them. */
    private static final Map<String, Double> WORDS = Map.ofEntries(
            Map.entry("geen", 0.0),
            Map.entry("halve", 0.5),
            Map.entry("een", 1.0),
            Map.entry("twee", 2.0),
            Map.entry("drie", 3.0),
            Map.entry("vier", 4.0),
            Map.entry("vijf", 5.0),
            Map.entry("zes", 6.0),
            Map.entry("zeven", 7.0),
            Map.entry("tien", 10.0),
            Map.entry("elfde", 11.0),
            Map.entry("vijftien", 15.0),
            Map.entry("zestien", 16.0),
            Map.entry("vijfde", 20.0),
            Map.entry("kwart", 25.0),
            Map.entry("derde", 33.0),
            Map.entry("veertig", 40.0),
            Map.entry("vijftig", 50.0),
            Map.entry("zesduizend", 6000.0));

    /** What is not in the print as a number, each with a note that says so. */
    private static final Set<String> SAID_OTHERWISE =
            Set.of("Leusden fte-total 77.6", "Zoetermeer residents-expected-year 2015");

    private final Questionnaire questionnaire =
            new Questionnaires().find("standard", 2005).orElseThrow();
    private final Map<String, JsonNode> round = read();

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> round = new TreeMap<>();
        JsonNode municipalities = Yaml.file(ROUND.resolve("round.yaml")).get("municipalities");
        municipalities.fieldNames().forEachRemaining(code -> {
            String name = municipalities.at("/" + code + "/name").asText();
            round.put(
                    name,
                    Yaml.file(ROUND.resolve("responses/" + code + ".yaml")).get("answers"));
        });
        return round;
    }

    @Test
    void everyResponseHasAnEntryForEveryQuestionInTheOrderOfTheForm() {
        List<String> asked =
                questionnaire.questions().stream().map(Question::id).toList();
        assertEquals(132, asked.size());
        assertEquals(6, round.size());
        round.forEach((name, answers) -> {
            List<String> entered = new ArrayList<>();
            answers.fieldNames().forEachRemaining(entered::add);
            assertEquals(asked, entered, name);
        });
    }

    @Test
    void whatIsLostStoodInADrawing() {
        Set<String> drawings = new TreeSet<>();
        forEachAnswer((at, answer) -> {
            if (answer.path("missing").asText().equals("lost")) {
                drawings.add(at.question().id());
                assertFalse(answer.path("evidence").isEmpty(), at + " says where it stood");
                assertTrue(answer.has("note"), at + " says what was there");
            }
        });
        assertEquals(
                Set.of("time-by-policy-area", "time-by-contact", "time-by-contact-base", "organisation-chart"),
                drawings);
    }

    @Test
    void aShareThatIsNotKnownIsLeftOutAndTheNoteSaysWhere() {
        Set<String> whole = new TreeSet<>();
        forEachAnswer((at, answer) -> {
            if (at.question().type() == QuestionType.DISTRIBUTION && answer.has("value")) {
                double sum = 0;
                for (JsonNode share : answer.get("value")) {
                    sum += share.isObject() ? share.get("value").asDouble() : share.asDouble();
                }
                if (sum == 100) {
                    whole.add(at.toString());
                } else {
                    assertTrue(sum < 100 && answer.path("note").asText().contains("grafiek"), at + " " + sum);
                }
            }
        });
        assertEquals(
                Set.of("Zaanstad time-by-policy-area", "Zoetermeer time-by-policy-area", "Zoetermeer time-by-place"),
                whole);
    }

    @Test
    void everyCitedSectionIsOneOfTheReport() {
        Set<String> sections = new TreeSet<>(List.of("1", "Bijlage 1"));
        IntStream.rangeClosed(2, 6).forEach(chapter -> IntStream.rangeClosed(1, 7)
                .forEach(section -> sections.add(chapter + "." + section)));
        IntStream.rangeClosed(1, 4).forEach(section -> sections.add("7." + section));
        FOOTNOTES.forEach((section, notes) -> notes.forEach(note -> sections.add(section + ", voetnoot " + note)));
        round.forEach((name, answers) -> answers.findValues("section")
                .forEach(cited -> assertTrue(sections.contains(cited.asText()), name + " " + cited)));
    }

    @Test
    void everyNumberIsTheOneThatIsPrinted() {
        Set<String> otherwise = new TreeSet<>();
        forEachAnswer((at, answer) -> numbers(answer).forEach(said -> {
            if (!printed(said.get("asPrinted").asText(), said.get("value").asDouble())) {
                assertTrue(
                        said.has("note") || said.has("correction") || answer.has("note"),
                        at + " " + said.get("value").asText());
                otherwise.add(at + " " + said.get("value").asText());
            }
        }));
        Set<String> expected = new TreeSet<>(SAID_OTHERWISE);
        expected.add("Zoetermeer ward-size-min 6300");
        assertEquals(expected, otherwise);
    }

    @Test
    void theReadmeCountsWhatWasAnswered() throws IOException {
        String readme = Files.readString(ROUND.resolve("README.md"));
        round.forEach((name, answers) -> {
            Map<String, Integer> counts = new LinkedHashMap<>();
            answers.forEach(answer -> counts.merge(answer.path("missing").asText("value"), 1, Integer::sum));
            String row = "| %s | %d | %d | %d | %d | %d |"
                    .formatted(
                            name,
                            counts.getOrDefault("value", 0),
                            counts.getOrDefault("not-stated", 0),
                            counts.getOrDefault("not-applicable", 0),
                            counts.getOrDefault("lost", 0),
                            counts.getOrDefault("unknown", 0));
            assertTrue(readme.contains(row), row);
        });
    }

    @Test
    void aNumberIsFoundInItsPrintAndNoOtherIs() {
        assertTrue(printed("gemiddeld 25 duizend inwoners", 25000));
        assertTrue(printed("€ 2,50 per bewoner", 2.5));
        assertTrue(printed("Zestien procent", 16));
        assertTrue(printed("werkt met 10.000 mensen.", 10000));
        assertFalse(printed("Zestien procent", 60));
        assertFalse(printed("ongeveer 15 procent", 16));
        assertFalse(printed("6.3000", 6300));
    }

    private record At(String municipality, Question question) {
        @Override
        public String toString() {
            return municipality + " " + question.id();
        }
    }

    private void forEachAnswer(BiConsumer<At, JsonNode> each) {
        round.forEach((name, answers) -> questionnaire
                .questions()
                .forEach(question -> each.accept(new At(name, question), answers.path(question.id()))));
    }

    /** The chosen statement, the others and the shares of a distribution: whatever has a number and its print; a range is not one number. */
    private static Stream<JsonNode> numbers(JsonNode node) {
        boolean number = node.path("value").isNumber()
                && node.has("asPrinted")
                && !node.path("qualifier").asText().equals("range");
        Stream<JsonNode> own = number ? Stream.of(node) : Stream.empty();
        List<JsonNode> within = new ArrayList<>();
        node.elements().forEachRemaining(within::add);
        return Stream.concat(own, within.stream().flatMap(WholeRound2005Test::numbers));
    }

    private static boolean printed(String print, double number) {
        boolean inDigits = DIGITS.matcher(print).results().anyMatch(match -> {
            String digits = match.group().replace(" duizend", "").replaceAll("\\.$", "");
            boolean grouped = !digits.contains(".") || digits.matches("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
            double times = match.group(1) == null ? 1 : 1000;
            return grouped && Double.parseDouble(digits.replace(".", "").replace(',', '.')) * times == number;
        });
        return inDigits
                || Stream.of(print.toLowerCase().split("[^\\p{L}]+"))
                        .anyMatch(word -> WORDS.getOrDefault(word, Double.NaN) == number);
    }
}
