package nl.wijkvergelijk.survey.round;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.request.Tagged;

/**
 * A round as it is shown.
 *
 * @param returnBy the last day on which a response comes in time; null for none
 */
public record RoundView(
        String id,
        Text title,
        QuestionnaireReference questionnaire,
        BigDecimal fullTimeHours,
        String fullTimeHoursSource,
        LocalDate returnBy,
        @JsonIgnore String tag)
        implements Tagged {}
