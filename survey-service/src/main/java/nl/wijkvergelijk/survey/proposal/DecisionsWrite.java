package nl.wijkvergelijk.survey.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import nl.wijkvergelijk.survey.request.Line;

/**
 * What is decided.
 *
 * @param confirm questions, or {@code true} for all that are open
 * @param dismiss questions, or {@code true} for all that are open
 */
record DecisionsWrite(
        JsonNode confirm,
        JsonNode dismiss,
        @Line(max = Line.PROSE) String reason,
        @Line(max = Line.PROSE) String onBehalf) {}
