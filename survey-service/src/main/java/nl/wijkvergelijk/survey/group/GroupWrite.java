package nl.wijkvergelijk.survey.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.request.Label;
import nl.wijkvergelijk.survey.request.Line;

/**
 * A group as it is sent, whole.
 *
 * @param source who says that these belong together, and where
 * @param municipalities participants of the round, at most as many as there have been municipalities at once
 * @param withdrawn whether it is to be taken back
 * @param reason why it is changed or withdrawn
 */
record GroupWrite(
        @NotNull @Valid Label name,
        @Valid GroupContent.Description description,
        @NotNull @Line(max = 1_000) String source,

        @NotNull @Size(min = 1, max = 1_100)
        List<@NotNull @Pattern(regexp = MunicipalityCode.FORM) String> municipalities,

        Boolean withdrawn,
        @Line(max = Line.PROSE) String reason) {

    GroupWrite {
        withdrawn = withdrawn != null && withdrawn;
    }

    GroupContent content() {
        return new GroupContent(
                name, description, source, municipalities.stream().sorted().toList());
    }
}
