package nl.wijkvergelijk.comparison.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Text;

/**
 * One comparison of one round. A row's cells stand in the order of the columns; summary and agreement are by indicator id, in column
 * order, and agreement is empty unless the topic asks for it. Composition is null unless the topic is of shares of one whole.
 */
public record Table(
        String topic,
        Text title,
        String round,
        Version dataset,
        Group group,
        List<Column> columns,
        List<Row> rows,
        Map<String, Summary> summary,
        List<Warning> warnings,
        Map<String, Agreement> agreement,
        Composition composition) {

    /** The rows by the code of their municipality. */
    public Map<String, Row> byCode() {
        Map<String, Row> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(row.code(), row));
        return byCode;
    }

    /** The same with all rows and cells made, for who looks at them several times. */
    Table made() {
        return new Table(
                topic,
                title,
                round,
                dataset,
                group,
                columns,
                rows.stream().map(Row::made).toList(),
                summary,
                warnings,
                agreement,
                composition);
    }
}
