package nl.wijkvergelijk.survey.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import nl.wijkvergelijk.survey.request.Label;
import nl.wijkvergelijk.survey.request.Line;

/** A round as it is opened. */
record RoundWrite(
        @NotNull @Pattern(regexp = Round.FORM) String id,
        @NotNull @Valid Label title,
        @NotNull @Valid QuestionnaireReference questionnaire,

        @NotNull @DecimalMin("1") @DecimalMax("60") @Digits(integer = 2, fraction = 6)
        BigDecimal fullTimeHours,

        @NotNull @Line String fullTimeHoursSource,
        ReturnBy returnBy) {}
