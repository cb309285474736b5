package nl.wijkvergelijk.comparison.ratings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.rating.BlockConcordance;
import nl.wijkvergelijk.comparison.representation.AgreementView;
import nl.wijkvergelijk.comparison.representation.Detail;
import nl.wijkvergelijk.comparison.session.Absent;
import nl.wijkvergelijk.comparison.session.MeanCorrelation;
import nl.wijkvergelijk.comparison.session.RaterPair;
import nl.wijkvergelijk.comparison.session.Remark;
import nl.wijkvergelijk.comparison.session.ScaleResults;
import nl.wijkvergelijk.comparison.session.SelfRating;
import nl.wijkvergelijk.comparison.session.SessionResults;
import nl.wijkvergelijk.http.Language;

/** {@link ScaleResults} as JSON. */
record ScaleView(
        String id,
        String label,
        String indicator,
        String kind,
        BigDecimal pointsMin,
        BigDecimal pointsMax,
        int raters,
        List<RatedView> municipalities,
        SelfRatingView selfRating,
        AgreementView agreement,
        BlockAgreementView agreementExcludingSelf,
        RaterCorrelationView raterCorrelation,
        List<Detail> assumptions,
        List<AbsentView> absent) {

    record SelfRatingView(Double own, Double others, Double difference, int municipalities) {

        static SelfRatingView of(SelfRating found) {
            return new SelfRatingView(found.own(), found.others(), found.difference(), found.municipalities());
        }
    }

    record BlockAgreementView(
            int raters,
            int items,
            int perRater,
            Double w,
            Double chiSquare,
            int degreesOfFreedom,
            Double pValue,
            String pValueMethod,
            Detail assumption) {

        static BlockAgreementView of(BlockConcordance found, Language language) {
            return new BlockAgreementView(
                    found.raters(),
                    found.items(),
                    found.perRater(),
                    found.w(),
                    found.chiSquare(),
                    found.degreesOfFreedom(),
                    found.pValue().value(),
                    found.pValue().method().code(),
                    RatingsView.detail(Remark.BALANCED_BLOCKS, language));
        }
    }

    record RaterCorrelationView(
            Double mean, Double low, Double high, int count, Detail assumption, List<RaterPairView> pairs) {

        /** Null where neither a mean nor pairs are known. */
        static RaterCorrelationView of(Optional<MeanCorrelation> mean, List<RaterPair> pairs, Language language) {
            if (mean.isEmpty() && pairs.isEmpty()) {
                return null;
            }
            return new RaterCorrelationView(
                    mean.map(MeanCorrelation::value).orElse(null),
                    mean.map(MeanCorrelation::low).orElse(null),
                    mean.map(MeanCorrelation::high).orElse(null),
                    mean.map(MeanCorrelation::pairs).orElse(0),
                    RatingsView.detail(mean.map(MeanCorrelation::assumption).orElse(Remark.COMMON_ITEMS), language),
                    pairs.stream().map(RaterPairView::of).toList());
        }
    }

    record RaterPairView(List<String> raters, Double rho, int n) {

        static RaterPairView of(RaterPair pair) {
            return new RaterPairView(List.of(pair.first().code(), pair.second().code()), pair.rho(), pair.n());
        }
    }

    record AbsentView(String member, String code, List<String> municipalities, String detail) {

        static AbsentView of(Absent absent, Language language) {
            return new AbsentView(
                    absent.part().code(),
                    absent.why().code(),
                    absent.municipalities(),
                    absent.why().text().in(language));
        }
    }

    static ScaleView of(ScaleResults results, SessionResults session, Language language) {
        String indicator = results.indicator().map(Indicator::id).orElse(null);
        UnaryOperator<String> provenance = code -> indicator == null
                ? null
                : "/v1/figures/%s.%s.%s?dataset=%d"
                        .formatted(
                                session.round(),
                                code,
                                indicator,
                                session.version().version());
        return new ScaleView(
                results.scale().id(),
                results.label().in(language),
                indicator,
                results.scale().kind(),
                results.scale().pointsMin(),
                results.scale().pointsMax(),
                results.scale().raters(),
                results.municipalities().stream()
                        .map(each -> RatedView.of(each, provenance))
                        .toList(),
                results.selfRating().map(SelfRatingView::of).orElse(null),
                results.agreement()
                        .map(each -> AgreementView.of(each, language))
                        .orElse(null),
                results.agreementExcludingSelf()
                        .map(each -> BlockAgreementView.of(each, language))
                        .orElse(null),
                RaterCorrelationView.of(results.meanCorrelation(), results.raterPairs(), language),
                results.assumptions().stream()
                        .map(each -> RatingsView.detail(each, language))
                        .toList(),
                results.absent().stream()
                        .map(each -> AbsentView.of(each, language))
                        .toList());
    }
}
