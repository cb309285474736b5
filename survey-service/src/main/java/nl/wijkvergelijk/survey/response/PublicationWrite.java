package nl.wijkvergelijk.survey.response;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.request.Line;

/** Which responses to publish together; without municipalities, all that are approved. */
record PublicationWrite(
        @Size(min = 1, max = 500) List<@NotNull @Pattern(regexp = MunicipalityCode.FORM) String> municipalities,
        @Line(max = Line.PROSE) String reason) {}
