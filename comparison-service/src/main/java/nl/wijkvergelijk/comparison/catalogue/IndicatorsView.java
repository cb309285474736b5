package nl.wijkvergelijk.comparison.catalogue;

import java.util.List;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.representation.IndicatorView;
import nl.wijkvergelijk.http.Language;

/** The indicators of the definitions in force. */
record IndicatorsView(int definitions, List<IndicatorView> indicators) {

    static IndicatorsView of(Definitions definitions, Language language) {
        return new IndicatorsView(
                definitions.number(),
                definitions.indicators().values().stream()
                        .map(each -> IndicatorView.of(each, language))
                        .toList());
    }
}
