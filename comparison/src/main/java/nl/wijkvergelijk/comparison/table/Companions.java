package nl.wijkvergelijk.comparison.table;

import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.dataset.Traits;
import nl.wijkvergelijk.comparison.definitions.Aspect;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Indicator;

/** What an indicator's companions are for one municipality. */
final class Companions {

    private Companions() {}

    /** The companion's value as a code, of who stands in a row; null when it is missing. */
    static String value(RoundFigures figures, Companion companion, int row) {
        Traits traits = figures.traits(companion.measure(), row);
        return switch (companion.aspect()) {
            case DEFINITION -> traits.definition();
            case BASIS -> traits.basis() == null ? figures.text(companion.measure(), row) : traits.basis();
            case PERIOD -> traits.period();
            case UNIT -> traits.unit();
            case AS_OF -> traits.asOf();
            case LEVEL, PURPOSE -> figures.text(companion.measure(), row);
        };
    }

    /** Whether one of the dates the indicator depends on is not there. */
    static boolean undated(RoundFigures figures, Indicator indicator, int row) {
        for (Companion companion : indicator.comparableOn()) {
            if (companion.aspect() == Aspect.AS_OF && value(figures, companion, row) == null) {
                return true;
            }
        }
        return false;
    }
}
