package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.table.Agreement;
import nl.wijkvergelijk.http.Language;

/** An {@link Agreement} as JSON. */
public record AgreementView(
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

    public static AgreementView of(Agreement agreement, Language language) {
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
