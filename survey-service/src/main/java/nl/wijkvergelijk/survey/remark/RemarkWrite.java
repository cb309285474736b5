package nl.wijkvergelijk.survey.remark;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.wijkvergelijk.survey.request.Line;

/** A remark as it is put; without a question it is about the whole response. */
record RemarkWrite(
        @NotNull @Pattern(regexp = Kind.FORM) String kind,
        @Line String question,
        @NotNull @Line(max = Line.PROSE) String text) {}
