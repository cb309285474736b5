package nl.wijkvergelijk.comparison.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.definitions.Explanation;
import nl.wijkvergelijk.comparison.figures.InputView;
import nl.wijkvergelijk.comparison.figures.Provenance;
import nl.wijkvergelijk.comparison.figures.ProvenanceView;
import nl.wijkvergelijk.comparison.published.RatingTotal;
import nl.wijkvergelijk.comparison.representation.CellView;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.http.Language;

/** Puts the chain behind a figure into words: the same object that the API gives as JSON. */
@ApplicationScoped
class Origins {

    private final Provenance provenance;

    Origins(Provenance provenance) {
        this.provenance = provenance;
    }

    /** @param version as in {@code dataset=}; null for what is now. What is not there is a problem. */
    Origin of(String id, String version, Language language) {
        Provenance.Found found = provenance.find(id, version, language);
        ProvenanceView chain = found.chain();
        Words words = new Words(language);
        OriginWords said = new OriginWords(found.definitions(), words);
        CellView cell = chain.figure();
        int decimals =
                chain.indicator().decimals() == null ? 0 : chain.indicator().decimals();
        Cell.Status status = Cell.Status.valueOf(cell.status().toUpperCase(java.util.Locale.ROOT));
        String here = "/figures/" + id + "?lang=";
        String pinned = "&dataset=" + chain.dataset().version();
        return new Origin(
                language,
                here + (language == Language.NL ? "en" : "nl") + (version == null ? "" : pinned),
                "%s, %s, %s %s"
                        .formatted(
                                chain.indicator().label(),
                                chain.municipality().name(),
                                words.in("ronde", "round"),
                                chain.round()),
                value(cell, said, decimals, words),
                words.range(cell.low(), cell.high(), decimals),
                words.status(status),
                words.rank(cell.rank()),
                found.superseded()
                        ? words.in(
                                "Dit is een eerdere versie; er is daarna opnieuw gepubliceerd.",
                                "This is an earlier version; there has been a publication since.")
                        : null,
                Explanation.of(
                                found.definitions(),
                                found.definitions()
                                        .indicator(chain.indicator().id())
                                        .orElseThrow())
                        .formula()
                        .in(language),
                steps(cell, said, words),
                chain.inputs().stream().map(input -> part(input, said, words)).toList(),
                editions(found, here + language.code(), words),
                "/?lang=%s&round=%s".formatted(language.code(), said.encoded(chain.round())),
                "/v1/figures/" + id + "?lang=" + language.code() + pinned,
                chain.dataset().citation(),
                chain.dataset().licence().id());
    }

    private static String value(CellView cell, OriginWords said, int decimals, Words words) {
        if (cell.missing() != null) {
            return words.in("Geen cijfer: ", "No figure: ") + words.missing(cell.missing());
        }
        if (cell.value() == null) {
            return cell.label() == null ? cell.text() : cell.label();
        }
        return said.qualified(cell.qualifier(), words.number(cell.value(), decimals), cell.unit());
    }

    /** How the figure came about, beyond its formula. */
    private static List<String> steps(CellView cell, OriginWords said, Words words) {
        List<String> steps = new ArrayList<>();
        cell.lacking()
                .forEach(lack -> steps.add(words.in("Ontbreekt: ", "Lacking: ") + said.label(lack.measure()) + " ("
                        + said.why(lack.why()) + ")."));
        if (cell.method() != null) {
            cell.method()
                    .factors()
                    .forEach(factor -> steps.add(words.in("Omgerekend met: ", "Converted with: ")
                            + said.label(factor.id()) + ", "
                            + said.number(BigDecimal.valueOf(factor.value()), factor.unit())
                            + (factor.source() == null
                                    ? words.in(" (bron niet vermeld).", " (source not stated).")
                                    : " (" + factor.source() + ").")));
            cell.method()
                    .assumptions()
                    .forEach(each -> steps.add(words.in("Aangenomen: ", "Assumed: ") + each.detail()));
        }
        return steps;
    }

    private static Origin.Part part(InputView input, OriginWords said, Words words) {
        List<Origin.Fact> facts = new ArrayList<>();
        add(facts, words.in("Antwoord", "Answer"), said.answer(input));
        add(facts, words.in("Zoals gedrukt", "As printed"), input.asPrinted());
        add(facts, words.in("Gecorrigeerd", "Corrected"), input.correction());
        add(facts, words.in("Wat is meegeteld", "What was counted"), said.counted(input.measure(), input.definition()));
        add(facts, words.in("Peildatum", "As of"), input.asOf());
        add(facts, words.in("Gerekend met", "Computed with"), said.computed(input.computed()));
        add(facts, words.in("Opmerking", "Note"), input.note());
        add(facts, words.in("Toelichting", "Clarification"), input.clarification());
        input.ruleNotes().forEach(note -> add(facts, words.in("Controle", "Check"), note.detail()));
        if (input.revision() != null) {
            add(
                    facts,
                    words.in("Herziening", "Revision"),
                    "%d, %s%s"
                            .formatted(
                                    input.revision().number(),
                                    OriginWords.day(input.revision().revisedAt()),
                                    input.revision().onBehalf() == null
                                            ? ""
                                            : " – " + input.revision().onBehalf()));
        }
        if (input.publication() != null) {
            add(
                    facts,
                    words.in("Gepubliceerd", "Published"),
                    words.in("versie %d, %s%s", "version %d, %s%s")
                            .formatted(
                                    input.publication().version(),
                                    OriginWords.day(input.publication().publishedAt()),
                                    input.publication().reason() == null
                                            ? ""
                                            : " – " + input.publication().reason()));
        }
        List<Origin.Other> others = new ArrayList<>();
        for (JsonNode statement : input.statements()) {
            others.add(new Origin.Other(
                    said.relation(statement.path("relation").asText(), statement.hasNonNull("resolved")),
                    said.statement(statement),
                    said.sources(statement.path("evidence"))));
        }
        for (RatingTotal reading : input.readings()) {
            others.add(new Origin.Other(
                    words.in("lezing ", "reading ")
                            + reading.reading()
                            + (reading.chosen() ? words.in(" (gekozen)", " (chosen)") : ""),
                    words.in("totaal ", "total ") + words.plain(reading.total()),
                    said.sources(reading.evidence())));
        }
        return new Origin.Part(said.label(input.measure()), facts, said.sources(input.evidence()), others);
    }

    private static void add(List<Origin.Fact> facts, String label, String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Origin.Fact(label, text));
        }
    }

    /** Newest first. */
    private static List<Origin.Edition> editions(Provenance.Found found, String here, Words words) {
        List<Origin.Edition> editions = new ArrayList<>();
        long shown = found.chain().inputs().stream()
                .filter(input -> input.publication() != null)
                .mapToLong(input -> input.publication().version())
                .max()
                .orElse(0);
        for (PublicationRow each : found.editions()) {
            String label = words.in("versie %d, %s%s", "version %d, %s%s")
                    .formatted(
                            each.sequence(),
                            OriginWords.day(each.at().toString()),
                            each.reason() == null ? "" : " – " + each.reason());
            editions.add(
                    0,
                    new Origin.Edition(each.sequence() == shown ? null : here + "&dataset=" + each.sequence(), label));
        }
        return editions;
    }
}
