package nl.wijkvergelijk.survey.publication;

import java.time.LocalDate;
import java.util.List;

/** A row of {@code published.municipality}. */
public record PublishedMunicipality(
        String code, String name, LocalDate validFrom, LocalDate validTo, List<String> successors)
        implements PublishedRow {}
