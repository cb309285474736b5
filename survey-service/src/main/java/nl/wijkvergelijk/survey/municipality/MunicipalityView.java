package nl.wijkvergelijk.survey.municipality;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.survey.request.Tagged;

/** A municipality as it is shown. */
public record MunicipalityView(
        String code,
        String name,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> successors,
        @JsonIgnore String tag)
        implements Tagged {}
