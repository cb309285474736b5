package nl.wijkvergelijk.survey.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import nl.wijkvergelijk.survey.request.Label;
import nl.wijkvergelijk.survey.request.Line;

/** What of a round may be put right; null stays as it is. Only the day of return can also be taken away. */
record RoundPatch(
        @Valid Label title,

        @DecimalMin("1") @DecimalMax("60") @Digits(integer = 2, fraction = 6)
        BigDecimal fullTimeHours,

        @Line String fullTimeHoursSource,
        ReturnBy returnBy) {}
