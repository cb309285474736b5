package nl.wijkvergelijk.comparison.figures;

import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.representation.CellView;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.IndicatorView;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.table.Figure;
import nl.wijkvergelijk.http.Language;

/** The chain behind a figure as JSON: indicator and formula, the figure, and each input with its answer, statements, revision, clarification and evidence. */
public record ProvenanceView(
        String id,
        String round,
        MunicipalityName municipality,
        DatasetView dataset,
        IndicatorView indicator,
        CellView figure,
        List<InputView> inputs) {

    static ProvenanceView of(Figure figure, Dataset dataset, List<ReportedInput> inputs, Language language) {
        String code = figure.municipality();
        return new ProvenanceView(
                figure.id(),
                figure.round(),
                new MunicipalityName(code, dataset.municipalities().get(code).name()),
                DatasetView.of(figure.dataset(), figure.round(), language),
                IndicatorView.of(figure.indicator(), language),
                CellView.of(
                        figure.cell(),
                        figure.indicator().options(),
                        figure.dataset().version(),
                        language),
                inputs.stream().map(each -> InputView.of(each, language)).toList());
    }
}
