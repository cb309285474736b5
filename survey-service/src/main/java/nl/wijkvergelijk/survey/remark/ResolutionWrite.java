package nl.wijkvergelijk.survey.remark;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.wijkvergelijk.survey.request.Line;

/**
 * How a researcher settles a remark.
 *
 * @param clarification what the public reads with the answer; null for nothing
 */
record ResolutionWrite(
        @NotNull @Pattern(regexp = "accepted|disputed") String outcome,
        @Line(max = Line.PROSE) String clarification,
        @Line(max = Line.PROSE) String reason) {

    boolean disputed() {
        return "disputed".equals(outcome);
    }
}
