package nl.wijkvergelijk.survey.rating;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.wijkvergelijk.survey.request.Line;

/** A step of a rating session; from open to closed to published, or back to open. */
record RatingTransitionWrite(
        @NotNull @Pattern(regexp = "close|reopen|publish") String action,
        @Line(max = Line.PROSE) String reason) {}
