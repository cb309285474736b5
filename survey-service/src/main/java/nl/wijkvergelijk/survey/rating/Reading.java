package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;

/** One source's totals on a scale, by municipality. */
record Reading(
        @NotNull Boolean chosen,
        JsonNode evidence,
        @NotNull Map<String, @NotNull @Digits(integer = 9, fraction = 6) BigDecimal> totals) {}
