package nl.wijkvergelijk.survey.description;

import jakarta.validation.constraints.NotNull;
import nl.wijkvergelijk.survey.request.Line;

/** What became of a comment, as it is sent. */
record DispositionWrite(
        @NotNull Outcome outcome, @Line(max = Line.PROSE) String why) {}
