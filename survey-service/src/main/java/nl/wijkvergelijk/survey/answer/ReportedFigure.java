package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;

/**
 * What one question says about one measure, as it will be published: as reported, never converted. Exactly one of value, text and missing is there;
 * other absent members are null. Comments are not in it.
 *
 * @param missing a code people chose, or {@code not-answered}
 * @param qualifier never null
 * @param low as given for a range, null otherwise
 * @param statements what else the sources say, units filled in
 * @param ruleNotes the warnings and notes that fired on the question: {@code {"rule","severity","text":{"nl","en"}}}
 */
public record ReportedFigure(
        String measure,
        String question,
        BigDecimal value,
        String text,
        String missing,
        String unit,
        String currency,
        String basis,
        String period,
        String qualifier,
        BigDecimal low,
        BigDecimal high,
        String asOf,
        String definition,
        boolean disputed,
        String asPrinted,
        String correction,
        String note,
        ArrayNode statements,
        ArrayNode evidence,
        ArrayNode ruleNotes) {}
