package nl.wijkvergelijk.comparison.session;

import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;

/** What readers of a session's numbers should mind. */
final class SessionWarnings {

    /** From ten pairs on the t approximation of Spearman's rho serves (Siegel, 1956); below it a rho is a description. */
    private static final int FEW = 10;

    private SessionWarnings() {}

    static void about(ScaleResults results, List<SessionWarning> warnings) {
        String id = results.scale().id();
        List<RatedMunicipality> disputed = results.municipalities().stream()
                .filter(each -> each.low() != null)
                .toList();
        if (!disputed.isEmpty()) {
            String values = String.join(
                    "; ",
                    disputed.stream()
                            .map(each -> "%s (%s–%s)"
                                    .formatted(
                                            each.municipality().name(),
                                            each.low().toPlainString(),
                                            each.high().toPlainString()))
                            .toList());
            warnings.add(new SessionWarning(
                    "disputed",
                    List.of(id),
                    disputed.stream().map(each -> each.municipality().code()).toList(),
                    new Text(
                            "%s: de bronnen geven verschillende totalen: %s."
                                    .formatted(results.label().nl(), values),
                            "%s: the sources give different totals: %s."
                                    .formatted(results.label().en(), values))));
        }
        int items = results.municipalities().size();
        int raters = results.scale().raters();
        if (items < FEW) {
            warnings.add(new SessionWarning(
                    "small-n",
                    List.of(id),
                    results.municipalities().stream()
                            .map(each -> each.municipality().code())
                            .toList(),
                    new Text(
                            "%s: %d gemeenten, %d beoordelaars; verschillen en correlaties beschrijven deze sessie en bewijzen niets daarbuiten."
                                    .formatted(results.label().nl(), items, raters),
                            "%s: %d municipalities, %d raters; differences and correlations describe this session and prove nothing beyond it."
                                    .formatted(results.label().en(), items, raters))));
        }
    }

    static void about(List<ScalePair> pairs, List<SessionWarning> warnings) {
        List<ScalePair> few = pairs.stream().filter(pair -> pair.n() < FEW).toList();
        if (!few.isEmpty()) {
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
                            "Samenhang tussen schalen: over maar %d gemeenten; een toevallige volgorde kan ook hoog uitkomen."
                                    .formatted(least),
                            "Correlation between scales: over only %d municipalities; an order by chance can come out high too."
                                    .formatted(least))));
        }
    }
}
