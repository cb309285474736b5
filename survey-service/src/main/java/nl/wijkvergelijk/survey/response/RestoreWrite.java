package nl.wijkvergelijk.survey.response;

import jakarta.validation.constraints.NotNull;
import nl.wijkvergelijk.survey.request.Line;

/** Which revision is to be the present one again, and why. */
record RestoreWrite(
        @NotNull Integer from,
        @Line(max = Line.PROSE) String reason,
        @Line(max = Line.PROSE) String onBehalf) {}
