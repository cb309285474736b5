package nl.wijkvergelijk.survey.finding;

import jakarta.validation.constraints.NotNull;
import nl.wijkvergelijk.survey.request.Line;

/** What a finding says, in Dutch and in English. */
record Wording(
        @NotNull @Line(max = Line.PROSE) String nl,
        @NotNull @Line(max = Line.PROSE) String en) {}
