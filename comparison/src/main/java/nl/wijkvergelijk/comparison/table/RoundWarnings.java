package nl.wijkvergelijk.comparison.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.AppliedFactor;
import nl.wijkvergelijk.comparison.definitions.Aspect;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Note;
import nl.wijkvergelijk.comparison.definitions.RateFormula;
import nl.wijkvergelijk.comparison.definitions.TotalFormula;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/**
 * Finds why one municipality's figures in two rounds may not compare like with like: companions that differ or are missing, another
 * full-time week, another number of raters, a merger in between, amounts in prices of different years. Dates are meant to differ between rounds, so only an unknown one warns.
 */
record RoundWarnings(Definitions definitions, Indicator indicator, String municipality, List<Merger> mergers) {

    private static final Text FACTOR = new Text(
            "{measure}: omgerekend met een andere voltijdse werkweek: {values}.",
            "{measure}: converted with another full-time week: {values}.");
    private static final Text RATERS = new Text(
            "{measure}: niet evenveel beoordelaars of beoordeelde gemeenten, of een ander soort oordeel: {values}.",
            "{measure}: not as many raters or municipalities rated, or another kind of rating: {values}.");
    private static final Text MERGER = new Text(
            "{measure}: tussen deze rondes kan een samenvoeging liggen ({values}); cijfers van ervoor en erna gaan niet over hetzelfde gebied en zijn niet om te rekenen.",
            "{measure}: a merger can lie between these rounds ({values}); figures before and after it are not about the same area and cannot be recalculated.");

    /** What the indicator is in one round. */
    record Side(RoundFigures figures, Computed computed) {

        String round() {
            return figures.round().id();
        }

        private String asOf() {
            return computed.used().isEmpty() ? null : computed.used().get(0).asOf();
        }
    }

    /** By code; none when one of the two is missing. */
    List<Change.ChangeWarning> between(Side from, Side to) {
        List<Change.ChangeWarning> warnings = new ArrayList<>();
        if (from.computed().missing() != null || to.computed().missing() != null) {
            return warnings;
        }
        indicator.comparableOn().forEach(companion -> addCompanion(companion, from, to, warnings));
        addFactor(from, to, warnings);
        addRaters(from, to, warnings);
        addMergers(from, to, warnings);
        addPriceLevel(from, to, warnings);
        warnings.sort(Comparator.comparing(Change.ChangeWarning::code));
        return warnings;
    }

    private void addCompanion(Companion companion, Side from, Side to, List<Change.ChangeWarning> warnings) {
        String was = Companions.value(from.figures(), companion, from.figures().row(municipality));
        String is = Companions.value(to.figures(), companion, to.figures().row(municipality));
        boolean lacks = was == null || is == null;
        boolean dates = companion.aspect() == Aspect.AS_OF;
        if (dates ? !lacks : !lacks && was.equals(is)) {
            return;
        }
        WarningWords words = new WarningWords(definitions);
        String code = dates ? "as-of-unknown" : companion.aspect().differs();
        WarningDraft draft = new WarningDraft(new Note(code, companion.measure()), definitions);
        if (!dates || was == null) {
            draft.add(from.round(), from.round(), words.of(companion, was));
        }
        if (!dates || is == null) {
            draft.add(to.round(), to.round(), words.of(companion, is));
        }
        Warning warning = draft.warning();
        warnings.add(new Change.ChangeWarning(code, warning.municipalities(), warning.detail()));
    }

    /** A number that each round has of its own; one that belongs to the municipality may change as it does. */
    private void addFactor(Side from, Side to, List<Change.ChangeWarning> warnings) {
        for (AppliedFactor factor : to.computed().factors()) {
            boolean ofRound = definitions.conversions().stream()
                    .anyMatch(c -> c.dividedBy().id().equals(factor.id()));
            Optional<AppliedFactor> earlier = from.computed().factors().stream()
                    .filter(each -> each.id().equals(factor.id()) && each.value() != factor.value())
                    .findFirst();
            if (ofRound && earlier.isPresent()) {
                Map<String, Text> values = new LinkedHashMap<>();
                values.put(from.round(), number(earlier.get().value()));
                values.put(to.round(), number(factor.value()));
                warnings.add(warning("factor-differs", FACTOR, values));
                return;
            }
        }
    }

    private void addRaters(Side from, Side to, List<Change.ChangeWarning> warnings) {
        if (!(indicator.formula() instanceof TotalFormula total)) {
            return;
        }
        RatingScale was = from.figures().scale(total.scale()).orElseThrow();
        RatingScale is = to.figures().scale(total.scale()).orElseThrow();
        boolean same = was.raters() == is.raters()
                && was.items() == is.items()
                && Objects.equals(was.kind(), is.kind())
                && was.pointsMin().compareTo(is.pointsMin()) == 0
                && was.pointsMax().compareTo(is.pointsMax()) == 0;
        if (!same) {
            Map<String, Text> values = new LinkedHashMap<>();
            values.put(from.round(), scale(was));
            values.put(to.round(), scale(is));
            warnings.add(warning("raters-differ", RATERS, values));
        }
    }

    private void addMergers(Side from, Side to, List<Change.ChangeWarning> warnings) {
        Text undated = new WarningWords(definitions).undated();
        List<Text> between = mergers.stream()
                .filter(merger -> merger.between(from.round(), from.asOf(), to.round(), to.asOf()))
                .map(merger -> merger.described(undated))
                .toList();
        if (!between.isEmpty()) {
            warnings.add(new Change.ChangeWarning(
                    "not-recalculable",
                    List.of(from.round(), to.round()),
                    new Text(fill(MERGER, between, Language.NL), fill(MERGER, between, Language.EN))));
        }
    }

    /** An amount is in the prices of its date, else of the year its round is called after. */
    private void addPriceLevel(Side from, Side to, List<Change.ChangeWarning> warnings) {
        if (!(indicator.formula() instanceof RateFormula)) {
            return;
        }
        LocalDate was = Merger.first(from.asOf(), from.round());
        LocalDate is = Merger.first(to.asOf(), to.round());
        if (was == null || is == null || was.getYear() != is.getYear()) {
            Map<String, Text> years = new LinkedHashMap<>();
            WarningWords words = new WarningWords(definitions);
            years.put(from.round(), words.year(was));
            years.put(to.round(), words.year(is));
            warnings.add(warning("price-level", WarningWords.PRICES, years));
        }
    }

    private Change.ChangeWarning warning(String code, Text sentence, Map<String, Text> values) {
        List<Text> parts = new ArrayList<>();
        values.forEach((round, value) -> parts.add(
                new Text(value.in(Language.NL) + " (" + round + ")", value.in(Language.EN) + " (" + round + ")")));
        return new Change.ChangeWarning(
                code,
                List.copyOf(values.keySet()),
                new Text(fill(sentence, parts, Language.NL), fill(sentence, parts, Language.EN)));
    }

    private String fill(Text sentence, List<Text> values, Language language) {
        return sentence.in(language)
                .replace("{measure}", indicator.label().in(language))
                .replace(
                        "{values}",
                        String.join(
                                "; ", values.stream().map(v -> v.in(language)).toList()));
    }

    private static Text number(double value) {
        return new Text(
                WarningWords.number(value, Language.NL) + " uur", WarningWords.number(value, Language.EN) + " hours");
    }

    private static Text scale(RatingScale scale) {
        return new Text(
                "%s, %d beoordelaars, %d gemeenten".formatted(kind(scale, Language.NL), scale.raters(), scale.items()),
                "%s, %d raters, %d municipalities".formatted(kind(scale, Language.EN), scale.raters(), scale.items()));
    }

    private static String kind(RatingScale scale, Language language) {
        boolean ranking = scale.kind().equals("ranking");
        String points =
                scale.pointsMin().toPlainString() + "–" + scale.pointsMax().toPlainString();
        return switch (language) {
            case NL -> (ranking ? "rangorde " : "punten ") + points;
            case EN -> (ranking ? "ranking " : "points ") + points;
        };
    }
}
