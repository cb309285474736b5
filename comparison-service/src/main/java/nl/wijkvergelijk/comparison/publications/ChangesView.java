package nl.wijkvergelijk.comparison.publications;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.wijkvergelijk.comparison.changes.DefinitionsChange;
import nl.wijkvergelijk.comparison.changes.FigureChange;
import nl.wijkvergelijk.comparison.changes.FigureState;
import nl.wijkvergelijk.comparison.changes.MapChange;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.dataset.Round;
import nl.wijkvergelijk.comparison.representation.Licence;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.http.Language;

/** What a publication changed as JSON; of the definitions only where others came into force. */
record ChangesView(
        long version,
        String publishedAt,
        String kind,
        String round,
        Long corrects,
        String reason,
        int findings,
        int groups,
        Licence licence,
        DefinitionsView definitions,
        List<MunicipalityView> municipalities,
        List<RoundView> rounds,
        int count,
        List<FigureView> figures) {

    record DefinitionsView(
            Integer old,
            @JsonProperty("new") int now,
            MapChange indicators,
            MapChange measures,
            MapChange topics,
            MapChange qualifiers) {

        static DefinitionsView of(Dataset before, Dataset now) {
            boolean first = before.sequence() == 0;
            if (!first && before.definitions().number() == now.definitions().number()) {
                return null;
            }
            DefinitionsChange change = DefinitionsChange.of(first ? null : before.definitions(), now.definitions());
            return new DefinitionsView(
                    change.before(),
                    change.after(),
                    change.indicators(),
                    change.measures(),
                    change.topics(),
                    change.qualifiers());
        }
    }

    record MunicipalityView(
            String code, StateView old, @JsonProperty("new") StateView now) {

        record StateView(String name, String validFrom, String validTo, List<String> successors) {

            static StateView of(Municipality municipality) {
                return municipality == null
                        ? null
                        : new StateView(
                                municipality.name(),
                                text(municipality.validFrom()),
                                text(municipality.validTo()),
                                municipality.successors());
            }

            private static String text(LocalDate day) {
                return Objects.toString(day, null);
            }
        }

        static List<MunicipalityView> of(Map<String, Municipality> before, Map<String, Municipality> now) {
            return now.values().stream()
                    .filter(each -> !each.equals(before.get(each.code())))
                    .map(each -> new MunicipalityView(
                            each.code(), StateView.of(before.get(each.code())), StateView.of(each)))
                    .toList();
        }
    }

    record RoundView(
            String id, StateView old, @JsonProperty("new") StateView now) {

        record StateView(String title, BigDecimal fullTimeHours, String fullTimeHoursSource) {

            static StateView of(Round round, Language language) {
                return round == null
                        ? null
                        : new StateView(round.title().in(language), round.fullTimeHours(), round.fullTimeHoursSource());
            }
        }

        static List<RoundView> of(Map<String, Round> before, Map<String, Round> now, Language language) {
            return now.values().stream()
                    .filter(each -> !each.equals(before.get(each.id())))
                    .map(each -> new RoundView(
                            each.id(), StateView.of(before.get(each.id()), language), StateView.of(each, language)))
                    .toList();
        }
    }

    record FigureView(
            String id,
            String round,
            MunicipalityName municipality,
            String indicator,
            StateView old,
            @JsonProperty("new") StateView now,
            Long replaces) {

        record StateView(
                Double value,
                String text,
                String missing,
                String unit,
                String qualifier,
                Double low,
                Double high,
                String status,
                String asOf,
                String provenance) {

            static StateView of(FigureState state, String id, long version) {
                return state == null
                        ? null
                        : new StateView(
                                state.value(),
                                state.text(),
                                state.missing(),
                                state.unit(),
                                state.qualifier(),
                                state.low(),
                                state.high(),
                                state.status().code(),
                                state.asOf(),
                                "/v1/figures/%s?dataset=%d".formatted(id, version));
            }
        }

        static FigureView of(FigureChange change, long version) {
            return new FigureView(
                    change.id(),
                    change.round(),
                    new MunicipalityName(change.municipality(), change.name()),
                    change.indicator(),
                    StateView.of(change.before(), change.id(), version - 1),
                    StateView.of(change.after(), change.id(), version),
                    change.replaces());
        }
    }

    static ChangesView of(
            PublicationRow publication,
            Dataset before,
            Dataset now,
            int count,
            List<FigureChange> page,
            Language language) {
        return new ChangesView(
                publication.sequence(),
                publication.at().toString(),
                publication.kind(),
                publication.round(),
                publication.corrects(),
                publication.reason(),
                publication.findings(),
                publication.groups(),
                Licence.OURS,
                DefinitionsView.of(before, now),
                MunicipalityView.of(before.municipalities(), now.municipalities()),
                RoundView.of(before.rounds(), now.rounds(), language),
                count,
                page.stream()
                        .map(each -> FigureView.of(each, publication.sequence()))
                        .toList());
    }
}
