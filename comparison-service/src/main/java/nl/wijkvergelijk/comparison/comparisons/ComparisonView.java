package nl.wijkvergelijk.comparison.comparisons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.representation.CellView;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Detail;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.table.Agreement;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Summary;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;
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
        Map<String, AgreementView> agreement) {

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

    record WarningView(String code, List<String> indicators, List<String> municipalities, String detail) {

        static WarningView of(Warning warning, Language language) {
            return new WarningView(
                    warning.code(),
                    warning.indicators(),
                    warning.municipalities(),
                    warning.detail().in(language));
        }
    }

    record AgreementView(
            int raters,
            int items,
            Double w,
            Double low,
            Double high,
            Double chiSquare,
            int degreesOfFreedom,
            Double pValue,
            String pValueMethod,
            Detail assumption) {

        static AgreementView of(Agreement agreement, Language language) {
            return new AgreementView(
                    agreement.raters(),
                    agreement.items(),
                    agreement.w(),
                    agreement.low(),
                    agreement.high(),
                    agreement.chiSquare(),
                    agreement.degreesOfFreedom(),
                    agreement.pValue(),
                    agreement.pValueMethod(),
                    Detail.of(agreement.assumption(), language));
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
                table.rows().stream()
                        .map(each -> RowView.of(each, table, language))
                        .toList(),
                table.summary(),
                table.warnings().stream()
                        .map(each -> WarningView.of(each, language))
                        .toList(),
                agreement.isEmpty() ? null : agreement);
    }
}
