package nl.wijkvergelijk.survey.description;

import jakarta.validation.constraints.NotNull;
import nl.wijkvergelijk.survey.request.Line;

/**
 * A comment as it is sent.
 *
 * @param section null for the whole description
 */
record CommentWrite(
        @Line String section,
        @NotNull @Line(max = Line.PROSE) String text,
        @Line(max = Line.PROSE) String onBehalf) {}
