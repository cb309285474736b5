package nl.wijkvergelijk.survey.response;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import nl.wijkvergelijk.survey.request.Line;

/** A step as it is asked. */
record TransitionWrite(
        @NotNull Action action,
        @Line(max = Line.PROSE) String reason,
        @Line(max = Line.PROSE) String onBehalf,
        LocalDate deadline) {}
