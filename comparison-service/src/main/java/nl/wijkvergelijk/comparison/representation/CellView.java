package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.wijkvergelijk.comparison.definitions.Lack;
import nl.wijkvergelijk.comparison.table.AsReported;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Method;
import nl.wijkvergelijk.comparison.table.Rank;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** A {@link Cell} as JSON. */
public record CellView(
        Double value,
        String text,
        String label,
        String missing,
        List<Lack> lacking,
        String unit,
        String qualifier,
        Double low,
        Double high,
        String status,
        AsReported asReported,
        MethodView method,
        String asOf,
        Rank rank,
        Double percentile,
        List<String> warnings,
        String provenance) {

    private static final Pattern SEPARATOR = Pattern.compile("; ");

    /** How a derived figure came about. That nobody dated an input or a factor is worth saying, so asOf and source stay, as null. */
    public record MethodView(
            String formula, List<InputView> inputs, List<FactorView> factors, List<Detail> assumptions) {

        public record InputView(
                String measure,
                Double value,
                String unit,
                @JsonInclude(JsonInclude.Include.ALWAYS) String asOf) {}

        public record FactorView(
                String id,
                Double value,
                String unit,
                @JsonInclude(JsonInclude.Include.ALWAYS) String source,
                @JsonInclude(JsonInclude.Include.ALWAYS) String asOf) {}

        static MethodView of(Method method, Language language) {
            return method == null
                    ? null
                    : new MethodView(
                            method.formula(),
                            method.inputs().stream()
                                    .map(each -> new InputView(each.measure(), each.value(), each.unit(), each.asOf()))
                                    .toList(),
                            method.factors().stream()
                                    .map(each -> new FactorView(
                                            each.id(), each.value(), each.unit(), each.source(), each.asOf()))
                                    .toList(),
                            method.assumptions().stream()
                                    .map(each -> Detail.of(each, language))
                                    .toList());
        }
    }

    /** What a code, or several ("agenda; report"), mean; null when one of them is not known or it is a text. */
    static String label(String text, Map<String, Text> options, Language language) {
        if (text == null || options.isEmpty()) {
            return null;
        }
        Text only = options.get(text);
        if (only != null) {
            return only.in(language);
        }
        List<String> labels = new ArrayList<>();
        for (String code : SEPARATOR.split(text, -1)) {
            Text label = options.get(code);
            if (label == null) {
                return null;
            }
            labels.add(label.in(language));
        }
        return String.join("; ", labels);
    }

    /** @param options the labels of a choice by code @param version the dataset to which the address of the provenance is pinned */
    public static CellView of(Cell cell, Map<String, Text> options, long version, Language language) {
        return new CellView(
                cell.value(),
                cell.text(),
                label(cell.text(), options, language),
                cell.missing(),
                cell.lacking(),
                cell.unit(),
                cell.qualifier(),
                cell.low(),
                cell.high(),
                cell.status().code(),
                cell.asReported(),
                MethodView.of(cell.method(), language),
                cell.asOf(),
                cell.rank(),
                cell.percentile(),
                cell.warnings(),
                "/v1/figures/" + cell.figure() + "?dataset=" + version);
    }
}
