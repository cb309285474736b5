package nl.wijkvergelijk.survey.redaction;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.wijkvergelijk.survey.request.Line;

/**
 * Which text is to go.
 *
 * @param subject a remark or a comment on the description
 * @param item its number
 * @param reply the number of a reply to the remark; null for the remark itself
 * @param reason why, without the words; stays in the history
 */
record RedactionWrite(
        @NotNull @Pattern(regexp = "remark|comment") String subject,

        @NotNull @Min(1) @Max(1_000_000) Integer item,

        @Min(1) @Max(1_000_000) Integer reply,

        @NotNull @Line(max = Line.PROSE) String reason) {}
