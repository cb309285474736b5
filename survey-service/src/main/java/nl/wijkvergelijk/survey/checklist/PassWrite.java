package nl.wijkvergelijk.survey.checklist;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.wijkvergelijk.survey.request.Line;

/** Warnings that may stay as they are, and why. */
record PassWrite(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Line String> codes,
        @NotNull @Line(max = Line.PROSE) String reason) {}
