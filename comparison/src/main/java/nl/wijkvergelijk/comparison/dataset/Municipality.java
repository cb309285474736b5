package nl.wijkvergelijk.comparison.dataset;

import java.time.LocalDate;
import java.util.List;

/** A municipality as last published: CBS code, name, the days between which the code is valid (null when open), and what it merged into. */
public record Municipality(String code, String name, LocalDate validFrom, LocalDate validTo, List<String> successors) {

    static Municipality of(MunicipalityRow row) {
        return new Municipality(row.code(), row.name(), row.validFrom(), row.validTo(), row.successors());
    }
}
