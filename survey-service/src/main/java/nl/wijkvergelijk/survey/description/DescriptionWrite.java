package nl.wijkvergelijk.survey.description;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import nl.wijkvergelijk.survey.request.Line;

/** A description as it is sent: Markdown by section. A section that is not sent is no longer there. */
record DescriptionWrite(
        @NotNull @Pattern(regexp = "nl|en") String language,
        @NotNull @Size(min = 1, max = 100) Map<String, @NotNull @Line(max = Line.SECTION) String> sections,
        @Line(max = Line.PROSE) String reason) {}
