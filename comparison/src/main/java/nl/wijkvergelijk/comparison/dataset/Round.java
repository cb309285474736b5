package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import nl.wijkvergelijk.http.Text;

/** A round as last published; its full-time week in hours converts hours into FTE. */
public record Round(
        String id,
        Text title,
        String questionnaire,
        int questionnaireVersion,
        BigDecimal fullTimeHours,
        String fullTimeHoursSource) {

    static Round of(RoundRow row) {
        return new Round(
                row.id(),
                new Text(row.titleNl(), row.titleEn()),
                row.questionnaire(),
                row.questionnaireVersion(),
                row.fullTimeHours(),
                row.fullTimeHoursSource());
    }
}
