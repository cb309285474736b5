package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import nl.wijkvergelijk.survey.request.Line;

/**
 * What to publish together. When none of these is sent, all approved responses.
 *
 * @param municipalities codes, or {@code true} for every approved response
 * @param findings ids, or {@code true} for every finding that is not public as it is
 * @param groups ids, or {@code true} for every group that is not public as it is
 */
record PublicationWrite(
        JsonNode municipalities,
        JsonNode findings,
        JsonNode groups,
        @Line(max = Line.PROSE) String reason) {}
