package nl.wijkvergelijk.comparison.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** What readers of a session's numbers should mind; what holds of several scales alike is said once. */
final class SessionWarnings {

    /**
     * Below ten pairs a rho is looked up in a table of critical values rather than in the t distribution
     * (https://real-statistics.com/correlation/spearmans-rank-correlation/spearmans-rank-correlation-detailed/); here it only describes.
     */
    private static final int FEW = 10;

    /** Who was rated, by how many. */
    private record Size(List<String> municipalities, int raters) {

        static Size of(ScaleResults scale) {
            return new Size(
                    scale.municipalities().stream()
                            .map(each -> each.municipality().code())
                            .toList(),
                    scale.scale().raters());
        }

        boolean few() {
            return municipalities.size() < FEW;
        }
    }

    private SessionWarnings() {}

    /** First what is disputed, scale by scale, then what rests on few. */
    static List<SessionWarning> of(List<ScaleResults> scales, List<ScalePair> pairs) {
        List<SessionWarning> warnings = new ArrayList<>();
        scales.forEach(scale -> addDisputed(scale, warnings));
        Map<Size, List<ScaleResults>> bySize = scales.stream()
                .filter(scale -> Size.of(scale).few())
                .collect(Collectors.groupingBy(Size::of, LinkedHashMap::new, Collectors.toList()));
        Set<String> said = new HashSet<>();
        bySize.forEach((size, alike) -> {
            warnings.add(few(size, alike));
            alike.forEach(scale -> said.add(scale.scale().id()));
        });
        addFewInCommon(
                pairs.stream()
                        .filter(pair -> pair.n() < FEW && !said.contains(pair.first()) && !said.contains(pair.second()))
                        .toList(),
                warnings);
        return List.copyOf(warnings);
    }

    private static void addDisputed(ScaleResults scale, List<SessionWarning> warnings) {
        List<RatedMunicipality> disputed = scale.municipalities().stream()
                .filter(each -> each.low() != null)
                .toList();
        if (disputed.isEmpty()) {
            return;
        }
        String values = disputed.stream()
                .map(each -> "%s (%s–%s)"
                        .formatted(
                                each.municipality().name(),
                                each.low().toPlainString(),
                                each.high().toPlainString()))
                .collect(Collectors.joining("; "));
        warnings.add(new SessionWarning(
                "disputed",
                List.of(scale.scale().id()),
                disputed.stream().map(each -> each.municipality().code()).toList(),
                both(language -> "%s: %s: %s."
                        .formatted(
                                scale.label().in(language),
                                new Text("de bronnen geven verschillende totalen", "the sources give different totals")
                                        .in(language),
                                values))));
    }

    private static SessionWarning few(Size size, List<ScaleResults> alike) {
        return new SessionWarning(
                "small-n",
                alike.stream().map(scale -> scale.scale().id()).toList(),
                size.municipalities(),
                both(language -> new Text(
                                "%s: beoordeelde gemeenten: %d, beoordelaars: %d; verschillen en correlaties beschrijven deze sessie en bewijzen niets daarbuiten.",
                                "%s: municipalities rated: %d, raters: %d; differences and correlations describe this session and prove nothing beyond it.")
                        .in(language)
                        .formatted(
                                alike.stream()
                                        .map(scale -> scale.label().in(language))
                                        .collect(Collectors.joining("; ")),
                                size.municipalities().size(),
                                size.raters())));
    }

    /** Scales that each rate enough municipalities may still have few in common. */
    private static void addFewInCommon(List<ScalePair> few, List<SessionWarning> warnings) {
        if (few.isEmpty()) {
            return;
        }
        int least = few.stream().mapToInt(ScalePair::n).min().orElseThrow();
        warnings.add(new SessionWarning(
                "small-n",
                few.stream()
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .distinct()
                        .sorted()
                        .toList(),
                List.of(),
                new Text(
                        "Samenhang tussen schalen: minstens één paar heeft maar %d gemeenten gemeen; een toevallige volgorde kan ook hoog uitkomen."
                                .formatted(least),
                        "Correlation between scales: at least one pair has only %d municipalities in common; an order by chance can come out high too."
                                .formatted(least))));
    }

    private static Text both(Function<Language, String> words) {
        return new Text(words.apply(Language.NL), words.apply(Language.EN));
    }
}
