package nl.wijkvergelijk.comparison.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {

    @Test
    void publishedDefinitionsNeverChange() throws IOException, NoSuchAlgorithmException {
        for (Definitions definitions : DefinitionsCatalogue.fromClasspath().all()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource(definitions.number() + ".yaml"));
            String checksum = new String(resource(definitions.number() + ".sha256"), StandardCharsets.US_ASCII).strip();
            assertEquals(checksum, HexFormat.of().formatHex(digest), "definitions are frozen: make a next number");
        }
    }

    @Test
    void theTopicsAndIndicatorsThatOthersBuildOnAreThere() {
        Definitions definitions = DefinitionsCatalogue.fromClasspath().number(1);
        assertEquals(
                List.of("fte", "ward-size", "budget-per-resident", "ratings", "overview"),
                List.copyOf(definitions.topics().keySet()));
        List<String> pinned = List.of(
                "residents",
                "ward-count",
                "ward-size-mean",
                "ward-size-min",
                "ward-size-max",
                "ward-size-computed",
                "fte-total",
                "fte-per-10000-residents",
                "residents-per-fte",
                "ward-budget-per-resident",
                "rating-formality",
                "rating-influence",
                "rating-depth");
        pinned.forEach(id -> assertTrue(definitions.indicator(id).isPresent(), id));
        assertEquals(
                List.of("fte", "ward-size", "budget-per-resident", "ratings", "overview")
                        .size(),
                definitions.topics().size());
    }

    @Test
    void theSecondNumberAddsTopicsAndLeavesTheFirstAsItWas() {
        Definitions one = DefinitionsCatalogue.fromClasspath().number(1);
        Definitions two = DefinitionsCatalogue.fromClasspath().number(2);
        assertEquals(
                List.of("policy-areas", "contacts", "capacity", "offices", "instruments", "position"),
                two.topics().keySet().stream()
                        .filter(topic -> !one.topics().containsKey(topic))
                        .toList());
        one.topics().forEach((id, topic) -> assertEquals(topic, two.topics().get(id)));
        one.indicators()
                .forEach((id, indicator) ->
                        assertEquals(indicator, two.indicators().get(id)));
        one.measures()
                .forEach((id, measure) -> assertEquals(measure, two.measures().get(id)));
        assertEquals(one.widths(), two.widths());
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "counting: [coordinators-only] | counting: [everybody] | fte-total has no definition everybody",
                "counting: [coordinators-only] | counting: [] | must say what is counted",
                "      - share-economic¶    composition | "
                        + "      - share-economic¶      - residents¶    composition | residents is not in percent",
                "- accountability | - accountability¶    composition: true | needs two shares or more",
                "  partial: | party: | must have partial",
                "  shares-known: | known: | must have shares-known",
            })
    void sharesAndWhatIsCountedAreCheckedToo(String good, String bad, String message) throws IOException {
        String yaml = new String(resource("2.yaml"), StandardCharsets.UTF_8);
        String from = good.replace("¶", "\n");
        assertTrue(yaml.contains(from), "the file has no " + from);
        InvalidDefinitions refusal = assertThrows(
                InvalidDefinitions.class, () -> read(yaml.replaceFirst(quoted(from), bad.replace("¶", "\n"))));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void aNewTopicAndIndicatorOfAKnownKindAreYamlOnly() throws IOException {
        String yaml = yaml().replace("\ntopics:\n", """

                          support-share:
                            label: {nl: Aandeel ondersteuning, en: Share of support}
                            unit: times
                            decimals: 1
                            formula: {kind: share, part: support, others: [fte-total]}
                            comparableOn: [{aspect: unit, of: support}]
                        topics:
                          support:
                            title: {nl: Ondersteuning, en: Support}
                            columns: [support-share]
                        """);
        Definitions definitions = read(yaml);
        assertEquals(
                List.of("support", "fte-total"),
                definitions.indicator("support-share").orElseThrow().formula().inputs());
        assertEquals(
                List.of("support-share"),
                definitions.topic("support").orElseThrow().columns());
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: value, measure: residents | kind: value, measure: residence | residence is not defined",
                "kind: value, measure: residents | kind: values, measure: residents | values is not one of",
                "kind: value, measure: residents | kind: value, measure: residents, colour: red | colour: is not known",
                "{kind: value, measure: residents} | 7 | must be a mapping",
                "numerator: fte-total | numerator: approach-name | approach-name is not a number",
                "amount: ward-budget | amount: residents | residents is not money",
                "times: 10000 | times: 0 | must be positive",
                "aspect: level, of: ward-level | aspect: level, of: residents | residents is not a choice",
                "aspect: level, of: ward-level | aspect: mood, of: ward-level | mood is not known",
                "  definition-differs: | definition-differt: | there is no warning definition-differs",
                "type: text | type: prose | prose is not one of",
                "unit: fte-per-10000-residents | unit: smoots | smoots is not defined",
                "columns: [residents, fte-total | columns: [residents, fte-totaal | no indicator fte-totaal",
                "columns: [residents, fte-total | columns: [residents, residents, fte-total | residents stands there twice",
                "decimals: 0 | decimals: nul | must be a whole number",
                "number: 1 | nummer: 1 | number: is required",
                "  ward-size-min: | ward-size-mean: | found duplicate key ward-size-mean",
                "kind: total, scale: depth | kind: total, scale: width | width is not defined",
                "proxy: dwellings-for-households | proxy: hope | hope is not defined",
                "dividedBy: full-time-hours | dividedBy: lunch | lunch is not defined",
                "{of: round, unit | {of: moon, unit | only full-time-hours of the round is known",
                "  approximate: {label | approx: {label | approximate: is required",
                "  not-stated: {nl | not-said: {nl | must have not-stated",
                "unit: residents-per-ward | unit: residents-per-ward, en: 3 | unit",
                "nl: Wijkgrootte, | nl: 5, | must be a text",
            })
    void whatCannotBeMeantIsRefusedWithItsPlace(String good, String bad, String message) throws IOException {
        String yaml = yaml();
        assertTrue(yaml.contains(good), "the file has no " + good);
        InvalidDefinitions refusal =
                assertThrows(InvalidDefinitions.class, () -> read(yaml.replaceFirst(quoted(good), bad)));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("1.yaml"), refusal.getMessage());
    }

    private static String quoted(String literal) {
        return Pattern.quote(literal);
    }

    @Test
    void aNumberTwiceAndANumberThatIsNotThereAreRefused() throws IOException {
        Definitions one = read(yaml());
        assertThrows(InvalidDefinitions.class, () -> new DefinitionsCatalogue(List.of(one, one)));
        DefinitionsCatalogue catalogue = new DefinitionsCatalogue(List.of(one));
        assertThrows(InvalidDefinitions.class, () -> catalogue.number(2));
        assertNotNull(catalogue.number(1));
    }

    static String yaml() throws IOException {
        return new String(resource("1.yaml"), StandardCharsets.UTF_8);
    }

    static Definitions read(String yaml) {
        return DefinitionsReader.read("1.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                DefinitionsTest.class.getClassLoader().getResourceAsStream("api-spec/definitions/" + name)) {
            return in.readAllBytes();
        }
    }
}
