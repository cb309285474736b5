package nl.wijkvergelijk.comparison.comparisons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.representation.AgreementView;
import nl.wijkvergelijk.comparison.representation.CellView;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.GroupView;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.representation.WarningView;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Lazily;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Summary;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;

/** A {@link Table} as JSON: cells, summary and agreement by indicator id. */
record ComparisonView(
        String topic,
        String title,
        String round,
        DatasetView dataset,
        GroupView group,
        List<ColumnView> columns,
        List<RowView> rows,
        Map<String, Summary> summary,
        List<WarningView> warnings,
        Map<String, AgreementView> agreement,
        CompositionView composition) {

    record ColumnView(String id, String label, String unit, Integer decimals) {

        static ColumnView of(Column column, Language language) {
            return new ColumnView(column.id(), column.label().in(language), column.unit(), column.decimals());
        }
    }

    record RowView(MunicipalityName municipality, Map<String, CellView> cells) {

        static RowView of(Row row, Table table, Language language) {
            Map<String, CellView> cells = new LinkedHashMap<>();
            for (int i = 0; i < table.columns().size(); i++) {
                Column column = table.columns().get(i);
                long version = table.dataset().version();
                cells.put(column.id(), CellView.of(row.cells().get(i), column.options(), version, language));
            }
            return new RowView(new MunicipalityName(row.code(), row.name()), cells);
        }
    }

    static ComparisonView of(Table table, Language language) {
        Map<String, AgreementView> agreement = new LinkedHashMap<>();
        table.agreement().forEach((indicator, each) -> agreement.put(indicator, AgreementView.of(each, language)));
        return new ComparisonView(
                table.topic(),
                table.title().in(language),
                table.round(),
                DatasetView.of(table.dataset(), table.round(), language),
                GroupView.of(table.group(), language),
                table.columns().stream()
                        .map(each -> ColumnView.of(each, language))
                        .toList(),
                Lazily.each(table.rows(), each -> RowView.of(each, table, language)),
                table.summary(),
                table.warnings().stream()
                        .map(each -> WarningView.of(each, language))
                        .toList(),
                agreement.isEmpty() ? null : agreement,
                CompositionView.of(table.composition()));
    }
}
