package nl.wijkvergelijk.survey.rating;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.wijkvergelijk.survey.request.Line;

/** A step of a rating session; there is only one. */
record RatingTransitionWrite(
        @NotNull @Pattern(regexp = "publish") String action,
        @Line(max = Line.PROSE) String reason) {}
