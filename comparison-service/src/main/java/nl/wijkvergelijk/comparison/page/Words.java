package nl.wijkvergelijk.comparison.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.MissingWords;
import nl.wijkvergelijk.comparison.table.Rank;
import nl.wijkvergelijk.http.Language;

/** Figures as people read them, in one language. */
final class Words {

    private final Language language;
    private final DecimalFormatSymbols symbols;

    Words(Language language) {
        this.language = language;
        this.symbols = DecimalFormatSymbols.getInstance(
                language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.ENGLISH);
    }

    /** A number with so many decimals. */
    String number(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(value));
    }

    /** Why there is no figure. */
    String missing(String code) {
        return MissingWords.of(code).in(language);
    }

    /** What a figure can be; null when that is one number, as far as it is shown. */
    String range(Double low, Double high, int decimals) {
        String from = low == null ? null : number(low, decimals);
        String to = high == null ? null : number(high, decimals);
        if (from == null || to == null) {
            return from != null ? in("vanaf ", "from ") + from : to == null ? null : in("tot ", "up to ") + to;
        }
        return from.equals(to) ? null : from + "–" + to;
    }

    String rank(Rank rank) {
        if (rank == null) {
            return null;
        }
        String places = rank.from() == rank.to() ? String.valueOf(rank.from()) : rank.from() + "–" + rank.to();
        return in("rang ", "rank ") + places;
    }

    String status(Cell.Status status) {
        return switch (status) {
            case OK, MISSING -> null;
            case CORRECTED -> in("verbeterd: de bron drukt iets anders", "corrected: the source prints something else");
            case DISPUTED -> in("bronnen spreken elkaar tegen", "sources contradict each other");
        };
    }

    static String sign(Cell.Status status) {
        return switch (status) {
            case OK, MISSING -> null;
            case CORRECTED -> "×";
            case DISPUTED -> "≠";
        };
    }

    /** A number with as many decimals as it has. */
    String plain(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.######", symbols);
        return format.format(value);
    }

    Language language() {
        return language;
    }

    String in(String nl, String en) {
        return language == Language.NL ? nl : en;
    }
}
