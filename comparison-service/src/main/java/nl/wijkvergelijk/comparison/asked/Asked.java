package nl.wijkvergelijk.comparison.asked;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.representation.CsvShape;

/** The query of a request for figures, as it came; null where not given. */
public record Asked(String round, String municipality, String indicator, String sort, String dataset, String format) {

    /** The same question about what is now, in this shape and among this group: everything but the version, for a link. */
    public String withoutDataset(CsvShape shape, GroupAsked group) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("round", round);
        parameters.put("municipality", municipality);
        parameters.put("indicator", indicator);
        parameters.put("sort", sort);
        parameters.put("format", format);
        parameters.putAll(shape.parameters());
        parameters.putAll(group.parameters());
        return query(parameters);
    }

    /** Parameters as they stand in an address; those that are null are left out. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The same about these indicators. */
    public Asked ofIndicators(String indicators) {
        return new Asked(round, municipality, indicators, sort, dataset, format);
    }

    /** The same about this round. */
    public Asked of(String otherRound) {
        return new Asked(otherRound, municipality, indicator, sort, dataset, format);
    }

    /** The same in this form. */
    public Asked in(String otherFormat) {
        return new Asked(round, municipality, indicator, sort, dataset, otherFormat);
    }
}
