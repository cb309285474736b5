package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import nl.wijkvergelijk.survey.request.Line;

/** Answers as they are sent. What is wrong with the answers themselves is told per answer. */
record AnswersWrite(
        @Line(max = Line.PROSE) String reason,
        @Line(max = Line.PROSE) String onBehalf,
        JsonNode answers) {}
