package nl.wijkvergelijk.comparison.catalogue;

import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.NamedGroup;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.http.Language;

/** The named groups of a round, by id. */
record GroupsView(String round, DatasetView dataset, List<GroupView> groups) {

    /**
     * One group.
     *
     * @param description absent where nobody says what its members have in common
     * @param municipalities all who are in it, by code
     * @param withoutFigures the codes of those of which nothing is public in the round
     */
    record GroupView(
            String id,
            String name,
            String description,
            String source,
            List<MunicipalityName> municipalities,
            List<String> withoutFigures) {}

    static GroupsView of(Dataset dataset, String round, Language language) {
        RoundFigures figures = dataset.round(round).orElseThrow();
        return new GroupsView(
                round,
                DatasetView.of(new Version(dataset.version(round), dataset.publishedAt(round)), round, language),
                figures.groups().values().stream()
                        .map(each -> view(dataset, figures, each, language))
                        .toList());
    }

    private static GroupView view(Dataset dataset, RoundFigures figures, NamedGroup group, Language language) {
        return new GroupView(
                group.id(),
                group.name().in(language),
                group.description() == null ? null : group.description().in(language),
                group.source(),
                group.municipalities().stream()
                        .map(code -> new MunicipalityName(code, name(dataset, code)))
                        .toList(),
                group.municipalities().stream()
                        .filter(code -> !figures.has(code))
                        .toList());
    }

    private static String name(Dataset dataset, String code) {
        Municipality known = dataset.municipalities().get(code);
        return known == null ? code : known.name();
    }
}
