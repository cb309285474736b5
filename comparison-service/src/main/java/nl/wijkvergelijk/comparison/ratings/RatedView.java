package nl.wijkvergelijk.comparison.ratings;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.session.RatedMunicipality;
import nl.wijkvergelijk.comparison.table.Rank;

/** A {@link RatedMunicipality} as JSON. */
record RatedView(
        MunicipalityName municipality,
        BigDecimal total,
        BigDecimal low,
        BigDecimal high,
        MeanView mean,
        Rank rank,
        String status,
        List<GivenView> given,
        SelfView self,
        ExcludingSelfView excludingSelf,
        String provenance) {

    record MeanView(Double value, Double low, Double high, int n) {}

    record GivenView(MunicipalityName rater, BigDecimal value, boolean complete) {}

    record SelfView(BigDecimal own, Double others, Double difference, int n) {}

    record ExcludingSelfView(Double mean, Rank rank, int n) {}

    /** @param provenance the address of the figure of a municipality; null where no indicator is about the scale */
    static RatedView of(RatedMunicipality rated, UnaryOperator<String> provenance) {
        RatedMunicipality.Mean mean = rated.mean();
        RatedMunicipality.Self self = rated.self();
        RatedMunicipality.ExcludingSelf excludingSelf = rated.excludingSelf();
        return new RatedView(
                named(rated.municipality()),
                rated.total(),
                rated.low(),
                rated.high(),
                new MeanView(mean.value(), mean.low(), mean.high(), mean.n()),
                rated.rank(),
                rated.low() == null ? "ok" : "disputed",
                rated.given().stream()
                        .map(each -> new GivenView(named(each.rater()), each.value(), each.complete()))
                        .toList(),
                self == null ? null : new SelfView(self.own(), self.others(), self.difference(), self.n()),
                excludingSelf == null
                        ? null
                        : new ExcludingSelfView(excludingSelf.mean(), excludingSelf.rank(), excludingSelf.n()),
                provenance.apply(rated.municipality().code()));
    }

    private static MunicipalityName named(Municipality municipality) {
        return new MunicipalityName(municipality.code(), municipality.name());
    }
}
