package nl.wijkvergelijk.comparison.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** Numbers and sentences of a chart in one language. */
record InWords(Language language) {

    String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }

    /** With as many decimals as it has, at most so many. */
    String number(double value, int decimals) {
        return format(decimals).format(value);
    }

    DecimalFormat format(int decimals) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(language == Language.NL ? ',' : '.');
        symbols.setGroupingSeparator(language == Language.NL ? '.' : ',');
        return new DecimalFormat("#,##0" + (decimals > 0 ? "." + "#".repeat(decimals) : ""), symbols);
    }

    String warningsHeading() {
        return say("Let op bij het vergelijken", "Mind when comparing");
    }

    /** Where it comes from, pinned to its version. */
    String source(String round, long version) {
        return say(
                "Bron: Wijkvergelijk, ronde %s, dataset %d, CC0".formatted(round, version),
                "Source: Wijkvergelijk, round %s, dataset %d, CC0".formatted(round, version));
    }
}
