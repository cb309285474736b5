package nl.wijkvergelijk.survey.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.local.Yaml;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.AnswerSchema;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.RelatedStatement;
import nl.wijkvergelijk.survey.answer.Relation;
import nl.wijkvergelijk.survey.answer.Source;
import nl.wijkvergelijk.survey.answer.Sources;
import nl.wijkvergelijk.survey.answer.Statement;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import org.junit.jupiter.api.Test;

/** The real round, as deploy/rounds/2005 writes it down. */
class Round2005Test {
    private static final Path ROUND = Path.of("../deploy/rounds/2005");
    private static final Map<String, String> MUNICIPALITIES = Map.of(
            "GM0307", "Amersfoort",
            "GM0200", "Apeldoorn",
            "GM0503", "Delft",
            "GM0327", "Leusden",
            "GM0479", "Zaanstad",
            "GM0637", "Zoetermeer");

    private final Questionnaire questionnaire =
            new Questionnaires().find("standard", 2005).orElseThrow();
    private final Map<String, Answers> round = read();

    @Test
    void theSchemaOfTheFormAcceptsAllSixResponses() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(AnswerSchema.of(questionnaire, "/v1/questionnaires/standard/versions/2005/schema"));
        MUNICIPALITIES.forEach((code, name) -> {
            ObjectNode body =
                    Yaml.file(ROUND.resolve("responses/" + code + ".yaml")).deepCopy();
            body.remove("evidence");
            assertEquals(Set.of(), schema.validate(body), name);
            ((ObjectNode) body.at("/answers/residents")).put("value", "135.000");
            assertEquals(
                    Set.of("$.answers.residents.value"),
                    schema.validate(body).stream()
                            .map(error -> error.getInstanceLocation().toString())
                            .filter(at -> at.endsWith("value"))
                            .collect(Collectors.toSet()),
                    name);
        });
    }

    private Map<String, Answers> read() {
        Map<String, Answers> answers = new TreeMap<>();
        MUNICIPALITIES.forEach((code, name) -> {
            List<InputError> errors = new ArrayList<>();
            JsonNode body = Yaml.file(ROUND.resolve("responses/" + code + ".yaml"));
            answers.put(
                    name,
                    Answers.none(questionnaire)
                            .with(AnswerReader.read(
                                    questionnaire, body.get("answers"), onFile(body.get("evidence")), errors)));
            assertEquals(List.of(), errors, name);
        });
        return answers;
    }

    private static Sources onFile(JsonNode evidence) {
        Map<String, Source> sources = new TreeMap<>();
        evidence.forEach(each -> sources.put(
                each.get("id").asText(),
                new Source.Document(each.at("/document/title").asText(), null, null, true)));
        return new Sources(sources);
    }

    @Test
    void theRoundNamesItsSixMunicipalitiesByTheirCbsCodes() {
        JsonNode file = Yaml.file(ROUND.resolve("round.yaml"));
        Map<String, String> names = new TreeMap<>();
        file.get("municipalities")
                .fields()
                .forEachRemaining(
                        m -> names.put(m.getKey(), m.getValue().get("name").asText()));
        assertEquals(new TreeMap<>(MUNICIPALITIES), names);
        assertEquals("standard", file.at("/round/questionnaire/id").asText());
        assertEquals(2005, file.at("/round/questionnaire/version").asInt());
        assertEquals(36, file.at("/round/fullTimeHours").asInt());
    }

    @Test
    void everyMunicipalityAnswersTheWholeFormBeItWithAMissingCode() {
        round.forEach((name, answers) -> {
            Completeness completeness = Completeness.of(questionnaire, answers);
            assertEquals(132, completeness.answered(), name);
            assertEquals(0, completeness.required(), name);
            assertEquals(132, completeness.total(), name);
        });
    }

    @Test
    void noRuleBlocksTheHonestRoundAndItsKnownOdditiesAreSaid() {
        Map<String, List<String>> broken = new TreeMap<>();
        round.forEach((name, answers) -> broken.put(
                name,
                Rules.judge(questionnaire, answers).stream()
                        .map(result -> result.severity() + " " + result.rule())
                        .toList()));
        assertEquals(
                Map.of(
                        "Amersfoort",
                                List.of(
                                        "note staff-definition-chosen",
                                        "note budget-period-given",
                                        "warning time-by-policy-area-partial",
                                        "warning time-by-contact-partial"),
                        "Apeldoorn",
                                List.of(
                                        "note staff-definition-chosen",
                                        "warning office-open-within-staffing",
                                        "note budget-period-given",
                                        "warning time-by-policy-area-partial",
                                        "warning time-by-contact-partial"),
                        "Delft",
                                List.of(
                                        "note wards-cover-residents-note",
                                        "note staff-parts-explain-total",
                                        "note staff-definition-chosen",
                                        "note budget-period-given"),
                        "Leusden",
                                List.of(
                                        "note budget-per-household-matches-ward-note",
                                        "warning time-by-contact-partial"),
                        "Zaanstad", List.of("note budget-period-given"),
                        "Zoetermeer", List.of("note budget-period-given", "warning time-by-contact-partial")),
                broken);
    }

    @Test
    void everyWarningOf2005IsCommentedOn() {
        round.forEach((name, answers) -> Rules.judge(questionnaire, answers).stream()
                .filter(result -> result.severity().equals("warning"))
                .flatMap(result -> result.questions().stream())
                .forEach(question ->
                        assertTrue(answers.to(question).orElseThrow().comment() != null, name + question)));
    }

    @Test
    void exactlyFourAnswersAreDisputed() {
        Set<String> disputed = new TreeSet<>();
        round.forEach((name, answers) -> answers.answered().stream()
                .filter(question -> answers.to(question).orElseThrow().disputed())
                .forEach(question -> disputed.add(name + " " + question)));
        assertEquals(
                Set.of(
                        "Leusden fte-total",
                        "Leusden area-aldermen",
                        "Leusden partner-consultation",
                        "Delft ward-size-mean"),
                disputed);
    }

    @Test
    void theChosenFiguresAreTheReportsOwn() {
        assertEquals(
                List.of(
                        "135000 approximate",
                        "155000",
                        "95000 at-least",
                        "29000 approximate",
                        "140000 approximate",
                        "115000 at-least"),
                chosen("residents"));
        assertEquals(List.of("13", "6", "7", "10", "18", "6"), chosen("ward-count"));
        assertEquals(
                List.of("10000 approximate", "25000", "12000", "2900 at-most", "7767", "20000"),
                chosen("ward-size-mean"));
        assertEquals(
                List.of("not-stated", "19000", "not-stated", "not-stated", "3136", "6300"), chosen("ward-size-min"));
        assertEquals(
                List.of("not-stated", "33000", "not-stated", "not-stated", "13446", "27000 approximate"),
                chosen("ward-size-max"));
        assertEquals(List.of("9.5", "10", "8.51", "56", "22 approximate", "8"), chosen("fte-total"));
        assertEquals(
                List.of("2.50 approximate", "1.50", "9.30", "2", "5 approximate", "1 approximate"),
                chosen("ward-budget"));
        assertEquals(
                List.of("not-stated", "not-stated", "not-stated", "2000 approximate", "40000", "20000"),
                chosen("ward-budget-per-ward"));
        assertEquals(
                List.of("not-stated", "not-stated", "not-stated", "11000 at-least", "not-stated", "not-stated"),
                chosen("dwellings"));
        assertEquals(
                List.of("not-stated"), chosen("households").stream().distinct().toList());
        assertEquals(List.of("not-stated", "23", "not-stated", "2", "4", "not-stated"), chosen("second-level-count"));
        assertEquals(
                List.of("not-stated", "not-stated", "not-stated", "21.6", "3 approximate", "1"), chosen("support"));
        assertEquals(
                List.of("3", "24", "not-applicable", "not-applicable", "not-applicable", "4.5"),
                chosen("office-hours"));
        assertEquals(
                List.of("0", "0.5 approximate", "not-applicable", "not-applicable", "not-applicable", "4"),
                chosen("office-staffing"));
    }

    @Test
    void theDivisionsAndTheBudgetsSayWhatTheyAre() {
        assertEquals(List.of("reporting-point", "outpost", "none", "none", "none", "office"), words("office-kind"));
        assertEquals(List.of("ward", "area", "ward", "ward", "ward", "ward"), words("ward-level"));
        assertEquals(
                List.of("own-unit"), words("ward-purpose").stream().distinct().toList());
        assertEquals(
                List.of(
                        "residents-initiatives",
                        "activities",
                        "programme",
                        "own-running",
                        "social-cohesion",
                        "residents-initiatives"),
                words("ward-budget-purpose"));
        assertEquals(
                "Palenstein",
                answer("Zoetermeer", "ward-size-min-name")
                        .chosen()
                        .value()
                        .toJson()
                        .asText());
    }

    @Test
    void definitionsDatesAndPeriodsAreThereOnlyWhereTheReportHasThem() {
        assertEquals(
                Map.of("Leusden", "coordinators-only", "Zaanstad", "whole-unit", "Zoetermeer", "including-support"),
                said("fte-total", "definition"));
        assertEquals(Map.of("Zoetermeer", "2005-01-01"), said("residents", "asOf"));
        assertEquals(Map.of("Delft", "2004"), said("ward-budget", "asOf"));
        assertEquals(Map.of("Leusden", "year"), said("ward-budget", "period"));
        assertEquals("household", said("ward-budget", "basis").get("Leusden"));
        assertEquals(
                Set.of("resident", "household"),
                new TreeSet<>(said("ward-budget", "basis").values()));
    }

    @Test
    void leusdensHoursCoverTwoFteAndTheSupportedReading() {
        Answer staff = answer("Leusden", "fte-total");
        assertEquals("hours-per-week", staff.chosen().unit());
        assertEquals(
                Set.of("2 fte", "77.6 hours-per-week"),
                contradictions(staff)
                        .map(s -> s.number().orElseThrow() + " " + s.unit())
                        .collect(Collectors.toSet()));
        assertTrue(contradictions(staff)
                .anyMatch(s -> s.note() != null
                        && s.note().contains("56 en 21,6")
                        && "including-support".equals(s.definition())));
    }

    @Test
    void delftsMeanContradictsItsOwnRange() {
        Statement range =
                contradictions(answer("Delft", "ward-size-mean")).findFirst().orElseThrow();
        assertEquals(new BigDecimal(9000), range.low());
        assertEquals(new BigDecimal(15000), range.high());
        assertEquals(
                List.of("9000 other-definition", "15000 other-definition"),
                List.of(only("Delft", "ward-size-min"), only("Delft", "ward-size-max")));
    }

    @Test
    void delftsBudgetIsOf2004AndItsTensAreOtherStatements() {
        assertEquals(
                List.of("10 at-most other-date", "10 rounds"),
                answer("Delft", "ward-budget").statements().stream()
                        .map(Round2005Test::describe)
                        .toList());
    }

    @Test
    void aMalformedNumberIsCorrectedAndItsPrintIsKept() {
        Answer smallest = answer("Zoetermeer", "ward-size-min");
        assertEquals("6.3000", smallest.chosen().asPrinted());
        assertTrue(smallest.correction().contains("63.000"));
        assertEquals(
                1,
                round.values().stream()
                        .flatMap(a -> a.answered().stream().map(q -> a.to(q).orElseThrow()))
                        .filter(a -> a.correction() != null)
                        .count());
    }

    @Test
    void roundedAndDifferentlyDefinedFiguresSayHowTheyRelate() {
        assertEquals(
                List.of("8000 rounded rounds", "8000 rounded rounds"),
                answer("Zaanstad", "ward-size-mean").statements().stream()
                        .map(Round2005Test::describe)
                        .toList());
        assertEquals("30000 at-most rounds", only("Leusden", "residents"));
        assertEquals(
                Set.of("10 same", "15 other-definition", "11 other-date", "5 other-definition", "2 other-definition"),
                answer("Leusden", "ward-count").statements().stream()
                        .map(Round2005Test::describe)
                        .collect(Collectors.toSet()));
        assertTrue(answer("Apeldoorn", "ward-size-mean").statements().stream()
                .map(Round2005Test::describe)
                .toList()
                .contains("6000 other-definition"));
        assertTrue(answer("Apeldoorn", "ward-size-min").statements().stream()
                .map(Round2005Test::describe)
                .toList()
                .contains("120 other-definition"));
        assertEquals(
                "dienst wijken",
                answer("Zaanstad", "unit-name")
                        .statements()
                        .get(0)
                        .statement()
                        .value()
                        .toJson()
                        .asText());
    }

    @Test
    void everyContradictionOfNamesIsResolvedWithAReason() {
        List<RelatedStatement> contradictions = round.values().stream()
                .flatMap(answers -> answers.answered().stream()
                        .filter(question -> question.endsWith("-name"))
                        .flatMap(question -> answers.to(question).orElseThrow().statements().stream()))
                .filter(s -> s.relation() == Relation.CONTRADICTS)
                .toList();
        assertEquals(6, contradictions.size());
        contradictions.forEach(s -> assertTrue(s.resolved().length() > 20));
    }

    @Test
    void whatMakesFiguresIncomparableStandsInANote() {
        assertNoted("Amersfoort", "fte-total", "gedetacheerd");
        assertNoted("Amersfoort", "ward-count", "binnenstedelijke vernieuwing");
        assertNoted("Amersfoort", "office-hours", "dagdeel");
        assertNoted("Apeldoorn", "fte-total", "van de rest staat de functie er niet");
        assertNoted("Apeldoorn", "ward-budget", "niet voor de zes stadsdelen");
        assertNoted("Apeldoorn", "second-level-count", "andere verzameling");
        assertNoted("Delft", "fte-total", "van de rest staat de functie er niet");
        assertNoted("Leusden", "ward-size-min", "ongeveer even groot");
        assertNoted("Leusden", "unit-name", "zes onderdelen");
        assertNoted("Leusden", "ward-size-mean", "aanzienlijk kleiner");
        assertNoted("Zaanstad", "ward-budget-purpose", "fysieke ingrepen");
        assertNoted("Zaanstad", "ward-budget-per-ward", "uitgerekend");
        assertNoted("Zaanstad", "fte-total", "beleidsadviseur");
        assertNoted("Zoetermeer", "ward-count", "Palenstein");
        assertNoted("Zoetermeer", "ward-size-min", "ongeveer even groot");
        assertNoted("Zoetermeer", "office-hours", "4 FTE");
        assertNoted("Zoetermeer", "office-staffing", "8 formatieplaatsen");
    }

    @Test
    void everyValueNamesTheSectionItComesFromAndStatementsToo() {
        round.forEach((name, answers) -> answers.answered().forEach(question -> {
            Answer answer = answers.to(question).orElseThrow();
            JsonNode json = answer.toJson();
            assertTrue(
                    answer.chosen().missing() != null
                            || !answer.chosen().evidence().isEmpty(),
                    name + " " + question);
            answer.statements()
                    .forEach(s -> assertFalse(s.statement().evidence().isEmpty(), name + " " + question));
            json.findParents("section")
                    .forEach(cited ->
                            assertEquals("report-2005", cited.get("evidence").asText()));
        }));
    }

    @Test
    void theDeviationsFromTheProcedureAreOnFileWithTheirReason() {
        Map<String, String> deviations = new TreeMap<>();
        MUNICIPALITIES.forEach((code, name) -> Yaml.file(ROUND.resolve("responses/" + code + ".yaml"))
                .get("evidence")
                .forEach(each -> {
                    if (each.at("/interview").has("outcome")) {
                        assertTrue(each.at("/interview/reason").asText().length() > 20, name);
                        deviations.put(name, each.at("/interview/outcome").asText());
                    }
                }));
        assertEquals(
                Map.of(
                        "Delft", "replaced-by-individual-talks",
                        "Leusden", "skipped",
                        "Zoetermeer", "shared-with-another-study"),
                deviations);
    }

    @Test
    void theRoundReadsBackAsItWasWritten() {
        round.forEach(
                (name, answers) -> assertEquals(answers, Answers.fromJson(questionnaire, answers.toJson()), name));
        MUNICIPALITIES.forEach((code, name) -> assertEquals(
                Tiny.json(Yaml.file(ROUND.resolve("responses/" + code + ".yaml"))
                        .get("answers")
                        .toString()),
                Tiny.json(round.get(name).toString()),
                name));
    }

    @Test
    void theRatingsHaveTwoReadingsPerScaleOfWhichTheSectionsIsChosenAndDepthIsSwapped() {
        JsonNode file = Yaml.file(ROUND.resolve("rating-session.yaml"));
        assertEquals(6, file.at("/session/raters").asInt());
        assertEquals("ranking", file.at("/session/kind").asText());
        JsonNode scales = file.at("/totals/scales");
        assertEquals(3, scales.size());
        for (JsonNode scale : scales) {
            assertEquals(2, scale.get("readings").size());
            for (JsonNode reading : scale.get("readings")) {
                assertEquals(
                        126,
                        StreamSupport.stream(reading.get("totals").spliterator(), false)
                                .mapToInt(JsonNode::asInt)
                                .sum());
                assertEquals(
                        reading.get("chosen").asBoolean(),
                        !reading.at("/evidence/0/section").asText().equals("Bijlage 1"));
            }
        }
        assertEquals("14 16", depth(scales, 0));
        assertEquals("16 14", depth(scales, 1));
        for (String agreed : List.of("formality", "influence")) {
            assertEquals(
                    scales.at("/" + agreed + "/readings/0/totals"), scales.at("/" + agreed + "/readings/1/totals"));
        }
    }

    private static String depth(JsonNode scales, int reading) {
        JsonNode totals = scales.at("/depth/readings/" + reading + "/totals");
        return totals.get("GM0479").asInt() + " " + totals.get("GM0637").asInt();
    }

    private Answer answer(String municipality, String question) {
        return round.get(municipality).to(question).orElseThrow();
    }

    private String only(String municipality, String question) {
        assertEquals(1, answer(municipality, question).statements().size());
        return describe(answer(municipality, question).statements().get(0));
    }

    private static String describe(RelatedStatement related) {
        Statement statement = related.statement();
        String qualifier =
                statement.qualifier() == null ? "" : statement.qualifier().code() + " ";
        return statement.number().orElseThrow() + " " + qualifier
                + related.relation().code();
    }

    private static java.util.stream.Stream<Statement> contradictions(Answer answer) {
        return answer.statements().stream().filter(RelatedStatement::disputes).map(RelatedStatement::statement);
    }

    /** Amersfoort, Apeldoorn, Delft, Leusden, Zaanstad, Zoetermeer. */
    private List<String> chosen(String question) {
        return round.values().stream()
                .map(answers -> answers.to(question).orElseThrow().chosen())
                .map(s -> s.missing() != null
                        ? s.missing().code()
                        : s.number().orElseThrow()
                                + (s.qualifier() == null
                                        ? ""
                                        : " " + s.qualifier().code()))
                .toList();
    }

    private List<String> words(String question) {
        return round.values().stream()
                .map(answers -> answers.to(question)
                        .orElseThrow()
                        .toJson()
                        .path("value")
                        .asText())
                .toList();
    }

    private Map<String, String> said(String question, String member) {
        Map<String, String> said = new TreeMap<>();
        round.forEach((name, answers) -> {
            JsonNode json = answers.to(question).orElseThrow().toJson();
            if (json.has(member)) {
                said.put(name, json.get(member).asText());
            }
        });
        return said;
    }

    private void assertNoted(String municipality, String question, String words) {
        String note = answer(municipality, question).chosen().note();
        assertTrue(note != null && note.contains(words), municipality + " " + question + ": " + note);
    }
}
