package nl.wijkvergelijk.survey.remark;

import jakarta.validation.constraints.NotNull;
import nl.wijkvergelijk.survey.request.Line;

/**
 * A reply as it is sent.
 *
 * @param onBehalf why a researcher writes down what the municipality says; null when somebody speaks for himself
 */
record ReplyWrite(
        @NotNull @Line(max = Line.PROSE) String text,
        @Line(max = Line.PROSE) String onBehalf) {}
