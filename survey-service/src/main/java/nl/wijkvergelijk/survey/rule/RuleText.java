package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import nl.wijkvergelijk.http.Text;

/** Fills the figures of a broken rule into its sentence, each language in its own notation, at most two decimals. */
final class RuleText {
    private RuleText() {}

    static Text fill(Text text, Map<String, BigDecimal> figures) {
        String nl = text.nl();
        String en = text.en();
        for (Map.Entry<String, BigDecimal> figure : figures.entrySet()) {
            String name = "{" + figure.getKey() + "}";
            nl = nl.replace(name, format(figure.getValue(), '.', ','));
            en = en.replace(name, format(figure.getValue(), ',', '.'));
        }
        return new Text(nl, en);
    }

    private static String format(BigDecimal number, char grouping, char decimal) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(grouping);
        symbols.setDecimalSeparator(decimal);
        DecimalFormat format = new DecimalFormat("#,##0.##", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
