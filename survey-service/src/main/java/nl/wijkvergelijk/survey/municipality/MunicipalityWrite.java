package nl.wijkvergelijk.survey.municipality;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.survey.request.Line;

/** A municipality as it is sent. */
record MunicipalityWrite(
        @NotNull @Line String name,
        LocalDate validFrom,
        LocalDate validTo,
        @Size(max = 20) List<@NotNull @Pattern(regexp = MunicipalityCode.FORM) String> successors) {

    MunicipalityWrite {
        successors = successors == null ? List.of() : successors;
    }
}
