package nl.wijkvergelijk.comparison.table;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.composition.Distribution;
import nl.wijkvergelijk.comparison.definitions.AppliedFactor;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Measure;
import nl.wijkvergelijk.comparison.definitions.Note;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Reading;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** The values in warnings, in words. */
record WarningWords(Definitions definitions) {

    /** What frozen definitions have no sentence for: amounts of different years are never adjusted, only said to be so. */
    static final Text PRICES = new Text(
            "{measure}: bedragen in prijzen van verschillende jaren, niet omgerekend: {values}.",
            "{measure}: amounts in prices of different years, not adjusted: {values}.");

    /** What merged before some figures of a round and after others. */
    static final Text MERGER = new Text(
            "Tussen de peildata van deze cijfers kan een samenvoeging liggen ({values}); cijfers van ervoor en erna gaan niet over hetzelfde gebied en zijn niet om te rekenen.",
            "A merger can lie between the dates of these figures ({values}); figures before and after it are not about the same area and cannot be recalculated.");

    /** The year of a day; of none that it is not stated. */
    Text year(LocalDate day) {
        return day == null ? undated() : new Text("" + day.getYear(), "" + day.getYear());
    }

    Text undated() {
        return definitions.words().getOrDefault("undated", new Text("datum niet vermeld", "date not stated"));
    }

    Text word(String code) {
        return definitions.words().getOrDefault(code, new Text(code, code));
    }

    /** A companion's value by its label; one that is missing is said to be not stated. */
    Text of(Companion companion, String value) {
        if (value == null) {
            return word("not-stated");
        }
        Measure measure = definitions.measures().get(companion.measure());
        Text itself = new Text(value, value);
        return switch (companion.aspect()) {
            case DEFINITION -> measure.definitions().getOrDefault(value, itself);
            case LEVEL, PURPOSE -> measure.options().getOrDefault(value, itself);
            case UNIT -> definitions.units().getOrDefault(value, itself);
            case BASIS -> measure.options().getOrDefault(value, word(value));
            case PERIOD -> word(value);
            case AS_OF -> itself;
        };
    }

    /** How many shares of a whole are known, and what they make together. */
    Text shares(Distribution distribution) {
        int known = distribution.known();
        int parts = distribution.shares().size();
        double sum = distribution.sum().value();
        return both(language -> word("shares-known")
                .in(language)
                .replace("{known}", "" + known)
                .replace("{parts}", "" + parts)
                .replace("{sum}", number(sum, language)));
    }

    /** What a formula did: a factor with its source and date, or the basis of an amount. */
    Text of(Note note, Computed computed) {
        for (AppliedFactor factor : computed.factors()) {
            if (factor.id().equals(note.measure())) {
                return both(language -> factor(factor, language));
            }
        }
        String basis = computed.used().get(0).readings().get(0).basis();
        return basis == null ? word("not-stated") : word(basis);
    }

    private String factor(AppliedFactor factor, Language language) {
        return number(factor.value(), language)
                + ", "
                + (factor.source() == null ? word("unsourced").in(language) : factor.source())
                + ", "
                + (factor.asOf() == null ? word("undated").in(language) : factor.asOf());
    }

    /** What the sources say, the chosen one first; an interval by its bounds. */
    Text readings(Operand operand) {
        return operand.text() != null
                ? new Text(operand.text(), operand.text())
                : both(language -> operand.readings().stream()
                        .map(reading -> reading(reading, language))
                        .collect(Collectors.joining(" / ")));
    }

    private static String reading(Reading reading, Language language) {
        Interval interval = reading.interval();
        return interval.isPoint()
                ? number(reading.value(), language)
                : number(interval.low(), language) + "–" + number(interval.high(), language);
    }

    private static Text both(Function<Language, String> words) {
        return new Text(words.apply(Language.NL), words.apply(Language.EN));
    }

    static String number(double value, Language language) {
        Locale locale = language == Language.NL ? new Locale("nl", "NL") : Locale.UK;
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(locale)).format(value);
    }
}
