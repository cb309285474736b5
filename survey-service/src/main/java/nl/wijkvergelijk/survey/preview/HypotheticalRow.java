package nl.wijkvergelijk.survey.preview;

import nl.wijkvergelijk.comparison.dataset.FigureRow;
import nl.wijkvergelijk.comparison.seam.PublishedJson;
import nl.wijkvergelijk.survey.answer.ReportedFigure;
import nl.wijkvergelijk.survey.publication.PublishedFigure;

/** Reads what would be published as if it had been: the row that the comparison would find in {@code published.figure}. */
final class HypotheticalRow {

    private HypotheticalRow() {}

    static FigureRow of(long sequence, PublishedFigure figure) {
        ReportedFigure reported = figure.reported();
        return new FigureRow(
                sequence,
                figure.round(),
                figure.municipality(),
                reported.measure(),
                reported.question(),
                reported.value(),
                reported.text(),
                reported.missing(),
                reported.unit(),
                reported.currency(),
                reported.basis(),
                reported.period(),
                reported.qualifier(),
                reported.low(),
                reported.high(),
                reported.asOf(),
                reported.definition(),
                reported.disputed(),
                reported.correction() != null,
                PublishedJson.statements(reported.statements().toString()),
                reported.evidence().isEmpty()
                        ? null
                        : PublishedJson.citation(reported.evidence().get(0).toString()),
                figure.revision(),
                figure.revisedAt(),
                figure.onBehalf());
    }
}
