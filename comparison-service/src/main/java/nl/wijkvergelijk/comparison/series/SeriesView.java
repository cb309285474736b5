package nl.wijkvergelijk.comparison.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.representation.CellView;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Licence;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.table.Change;
import nl.wijkvergelijk.comparison.table.Merger;
import nl.wijkvergelijk.comparison.table.Series;
import nl.wijkvergelijk.comparison.table.Span;
import nl.wijkvergelijk.http.Language;

/** {@link Series} as JSON. */
record SeriesView(
        MunicipalityName municipality,
        List<MergedView> predecessors,
        List<MergedView> successors,
        DatasetView dataset,
        List<OneView> series) {

    /** @param date the first day after the merger */
    record MergedView(String code, String name, String date) {

        static MergedView of(Municipality municipality, Merger merger) {
            return new MergedView(municipality.code(), municipality.name(), Objects.toString(merger.day(), null));
        }
    }

    record OneView(ColumnView indicator, List<PointView> points, List<ChangeView> changes) {

        static OneView of(Series series, Language language) {
            return new OneView(
                    new ColumnView(
                            series.column().id(),
                            series.column().label().in(language),
                            series.column().unit(),
                            series.column().decimals()),
                    series.points().stream()
                            .map(each -> PointView.of(each, series, language))
                            .toList(),
                    series.changes().stream()
                            .map(each -> ChangeView.of(each, language))
                            .toList());
        }
    }

    record ColumnView(String id, String label, String unit, Integer decimals) {}

    record PointView(String round, long version, CellView figure) {

        static PointView of(Series.Point point, Series series, Language language) {
            long version = point.dataset().version();
            return new PointView(
                    point.round(),
                    version,
                    CellView.of(point.cell(), series.column().options(), version, language));
        }
    }

    record ChangeView(
            String from, String to, Span difference, Span ratio, Boolean certain, List<WarningView> warnings) {

        record WarningView(String code, List<String> rounds, String detail) {}

        static ChangeView of(Change change, Language language) {
            return new ChangeView(
                    change.from(),
                    change.to(),
                    change.difference(),
                    change.ratio(),
                    change.certain(),
                    change.warnings().stream()
                            .map(each -> new WarningView(
                                    each.code(), each.rounds(), each.detail().in(language)))
                            .toList());
        }
    }

    static SeriesView of(String code, Moment moment, PublicationRow last, List<Series> series, Language language) {
        String name = moment.reference().municipalities().get(code).name();
        return new SeriesView(
                new MunicipalityName(code, name),
                moment.mergers().stream()
                        .filter(merger -> !merger.gone().code().equals(code))
                        .map(merger -> MergedView.of(merger.gone(), merger))
                        .toList(),
                moment.mergers().stream()
                        .filter(merger -> merger.gone().code().equals(code))
                        .flatMap(merger -> merger.successors().stream().map(each -> MergedView.of(each, merger)))
                        .toList(),
                new DatasetView(
                        last.sequence(),
                        last.at().toString(),
                        Licence.OURS,
                        switch (language) {
                            case NL -> "Wijkvergelijk, %s, versie %d".formatted(name, last.sequence());
                            case EN -> "Wijkvergelijk, %s, version %d".formatted(name, last.sequence());
                        }),
                series.stream().map(each -> OneView.of(each, language)).toList());
    }

    /** Where the series of what is now are. */
    static String address(String code, String indicator, String format) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("indicator", indicator);
        parameters.put("format", format);
        String query = Asked.query(parameters);
        return "/v1/municipalities/" + code + "/series" + (query.isEmpty() ? "" : "?" + query);
    }
}
