package nl.wijkvergelijk.survey.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.request.Line;

/**
 * A finding as it is sent.
 *
 * @param id chosen by the sender; null for the next number. In a change it is that of the path, or absent
 * @param withdrawn whether it is to be taken back
 * @param reason why it is changed or withdrawn
 */
record FindingWrite(
        @Pattern(regexp = Finding.ID) String id,
        @NotNull String theme,
        @NotNull String kind,
        @NotNull @Valid Wording text,
        @NotNull @Min(0) @Max(100_000) Integer order,
        @Pattern(regexp = Finding.ID) String parent,

        @Size(max = 50) List<@NotNull @Pattern(regexp = Finding.ID) String> indicators,

        @Size(max = 500) List<@NotNull @Pattern(regexp = MunicipalityCode.FORM) String> municipalities,

        @Size(max = 10) List<@NotNull String> relatedThemes,

        JsonNode evidence,
        Boolean withdrawn,
        @Line(max = Line.PROSE) String reason) {

    FindingWrite {
        indicators = indicators == null ? List.of() : indicators;
        municipalities = municipalities == null ? List.of() : municipalities;
        relatedThemes = relatedThemes == null ? List.of() : relatedThemes;
        withdrawn = withdrawn != null && withdrawn;
    }

    FindingContent content(ArrayNode evidenceRead) {
        return new FindingContent(
                theme, kind, text, order, parent, indicators, municipalities, relatedThemes, evidenceRead);
    }
}
