package nl.wijkvergelijk.survey.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.wijkvergelijk.survey.request.Label;
import nl.wijkvergelijk.survey.request.Line;

/**
 * What a group is.
 *
 * @param description what its members have in common; null for nothing more than its name
 * @param source who says so, and where
 * @param municipalities the codes of its members, ascending
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupContent(Label name, Description description, String source, List<String> municipalities) {

    /** In Dutch and in English. */
    record Description(
            @NotNull @Line(max = Line.PROSE) String nl,
            @NotNull @Line(max = Line.PROSE) String en) {}
}
