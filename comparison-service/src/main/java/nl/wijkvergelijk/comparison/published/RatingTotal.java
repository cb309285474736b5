package nl.wijkvergelijk.comparison.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** One source's reading of the total that a municipality got on a scale, and the session it is of; exactly one reading is chosen. */
public record RatingTotal(
        int reading,
        BigDecimal total,
        boolean chosen,
        String kind,
        int raters,
        int items,
        BigDecimal pointsMin,
        BigDecimal pointsMax,
        JsonNode evidence) {}
