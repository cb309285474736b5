package nl.wijkvergelijk.comparison.dataset;

import java.time.LocalDate;
import java.util.List;

/** One row of {@code published.municipality}: a municipality as it was named from this publication on. */
public record MunicipalityRow(
        long sequence, String code, String name, LocalDate validFrom, LocalDate validTo, List<String> successors) {

    public MunicipalityRow {
        successors = List.copyOf(successors);
    }
}
