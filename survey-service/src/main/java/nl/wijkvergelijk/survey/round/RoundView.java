package nl.wijkvergelijk.survey.round;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.request.Tagged;

/** A round as it is shown. */
public record RoundView(
        String id,
        Text title,
        QuestionnaireReference questionnaire,
        BigDecimal fullTimeHours,
        String fullTimeHoursSource,
        @JsonIgnore String tag)
        implements Tagged {}
