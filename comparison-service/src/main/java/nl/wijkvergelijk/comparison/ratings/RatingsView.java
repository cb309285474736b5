package nl.wijkvergelijk.comparison.ratings;

import java.util.List;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Detail;
import nl.wijkvergelijk.comparison.session.Remark;
import nl.wijkvergelijk.comparison.session.ScalePair;
import nl.wijkvergelijk.comparison.session.SessionResults;
import nl.wijkvergelijk.comparison.session.SessionWarning;
import nl.wijkvergelijk.http.Language;

/** {@link SessionResults} as JSON. */
record RatingsView(
        String round,
        DatasetView dataset,
        List<ScaleView> scales,
        ScaleCorrelationView scaleCorrelation,
        List<WarningView> warnings) {

    record ScaleCorrelationView(Detail assumption, List<ScalePairView> pairs) {}

    record ScalePairView(List<String> scales, Double rho, Double low, Double high, int n) {

        static ScalePairView of(ScalePair pair) {
            return new ScalePairView(
                    List.of(pair.first(), pair.second()), pair.rho(), pair.low(), pair.high(), pair.n());
        }
    }

    record WarningView(String code, List<String> scales, List<String> municipalities, String detail) {

        static WarningView of(SessionWarning warning, Language language) {
            return new WarningView(
                    warning.code(),
                    warning.scales(),
                    warning.municipalities(),
                    warning.detail().in(language));
        }
    }

    static RatingsView of(SessionResults results, Language language) {
        return new RatingsView(
                results.round(),
                DatasetView.of(results.version(), results.round(), language),
                results.scales().stream()
                        .map(each -> ScaleView.of(each, results, language))
                        .toList(),
                new ScaleCorrelationView(
                        detail(Remark.ON_TOTALS, language),
                        results.scalePairs().stream().map(ScalePairView::of).toList()),
                results.warnings().stream()
                        .map(each -> WarningView.of(each, language))
                        .toList());
    }

    static Detail detail(Remark remark, Language language) {
        return new Detail(remark.code(), remark.text().in(language));
    }
}
