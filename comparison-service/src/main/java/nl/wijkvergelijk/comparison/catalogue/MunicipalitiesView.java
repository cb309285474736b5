package nl.wijkvergelijk.comparison.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.Round;

/** The municipalities, by CBS code. */
record MunicipalitiesView(List<MunicipalityView> municipalities) {

    /**
     * @param identifier the municipality in the government's register of organisations (TOOI)
     * @param rounds the rounds in which it has published figures or ratings
     */
    record MunicipalityView(
            String code,
            String name,
            String identifier,
            String validFrom,
            String validTo,
            List<String> successors,
            List<String> rounds) {

        static MunicipalityView of(Municipality municipality, Dataset dataset) {
            Collection<Round> rounds = dataset.rounds().values();
            return new MunicipalityView(
                    municipality.code(),
                    municipality.name(),
                    "https://identifier.overheid.nl/tooi/id/gemeente/"
                            + municipality.code().toLowerCase(Locale.ROOT),
                    text(municipality.validFrom()),
                    text(municipality.validTo()),
                    municipality.successors(),
                    rounds.stream()
                            .map(Round::id)
                            .filter(round -> dataset.members(round).contains(municipality.code()))
                            .toList());
        }

        private static String text(LocalDate day) {
            return Objects.toString(day, null);
        }
    }

    static MunicipalitiesView of(Dataset dataset) {
        Stream<Municipality> all = dataset.municipalities().values().stream();
        return new MunicipalitiesView(
                all.map(each -> MunicipalityView.of(each, dataset)).toList());
    }

    static Optional<MunicipalityView> find(Dataset dataset, String code) {
        return Optional.ofNullable(dataset.municipalities().get(code)).map(each -> MunicipalityView.of(each, dataset));
    }
}
