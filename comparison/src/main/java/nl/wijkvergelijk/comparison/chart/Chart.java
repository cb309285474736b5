package nl.wijkvergelijk.comparison.chart;

import java.util.stream.IntStream;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.session.SessionResults;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.TwoRounds;
import nl.wijkvergelijk.http.Language;

/**
 * Comparisons as pictures, in SVG and UTF-8: a row per municipality. What is missing is named where it would be. Title, units, warnings and source are in
 * the picture, so that they stay with it, and the same in words. The same comparison and language give the same bytes.
 */
public final class Chart {

    private Chart() {}

    /** A table whose columns are all numbers, as bars from zero with a whisker from low to high, a panel for each column; refuses others. */
    public static byte[] svg(Table table, Definitions definitions, Language language) {
        if (table.columns().isEmpty() || !table.columns().stream().allMatch(Column::numeric)) {
            throw new IllegalArgumentException("only numbers can be drawn");
        }
        ChartWords words = new ChartWords(table, definitions, language);
        return RowChart.svg(new Drawing(
                language,
                words.title(),
                table.rows().stream().map(Row::name).toList(),
                IntStream.range(0, table.columns().size())
                        .<Panel>mapToObj(column -> new BarsPanel(table, column, words))
                        .toList(),
                words.legend(),
                words.in().warningsHeading(),
                words.warnings(),
                words.source(),
                words.description()));
    }

    /** A table of shares of one whole with all its parts, as one bar for each municipality; nothing is rescaled. Refuses other tables. */
    public static byte[] shares(Table table, Definitions definitions, Language language) {
        if (table.composition() == null) {
            throw new IllegalArgumentException("only shares of one whole can be stacked");
        }
        return RowChart.svg(new Shares(table, new ChartWords(table, definitions, language)).drawing());
    }

    /** One indicator in two rounds, as a pair of dots with whiskers; refuses what is no number. */
    public static byte[] rounds(TwoRounds rounds, Definitions definitions, Language language) {
        if (!rounds.column().numeric()) {
            throw new IllegalArgumentException("only numbers can be drawn");
        }
        return RowChart.svg(new Pairs(rounds, new ChartWords(rounds.to(), definitions, language)).drawing());
    }

    /** A rating session: for each scale the mean, and where it is known what everybody gave. Refuses a round without a session. */
    public static byte[] ratings(SessionResults results, Language language) {
        if (results.scales().isEmpty()) {
            throw new IllegalArgumentException("there was no session to draw");
        }
        return RowChart.svg(new Spread(results, new InWords(language)).drawing());
    }
}
