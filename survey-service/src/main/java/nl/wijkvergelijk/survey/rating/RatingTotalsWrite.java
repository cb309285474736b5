package nl.wijkvergelijk.survey.rating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import nl.wijkvergelijk.survey.request.Line;

/** The totals of all scales as they are sent. */
record RatingTotalsWrite(
        @Line(max = Line.PROSE) String reason, @NotNull Map<String, @NotNull @Valid Readings> scales) {}
