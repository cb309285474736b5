package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.JsonNode;
import nl.wijkvergelijk.survey.request.Line;

/** A ballot as it is sent. What is wrong with the ratings is told per scale and municipality. */
record BallotWrite(@Line(max = Line.PROSE) String onBehalf, JsonNode scales) {}
