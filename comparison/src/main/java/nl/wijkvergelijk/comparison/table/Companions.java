package nl.wijkvergelijk.comparison.table;

import nl.wijkvergelijk.comparison.dataset.Reported;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.dataset.Traits;
import nl.wijkvergelijk.comparison.definitions.Aspect;
import nl.wijkvergelijk.comparison.definitions.Companion;
import nl.wijkvergelijk.comparison.definitions.Indicator;

/** What an indicator's companions are for one municipality. */
final class Companions {

    private Companions() {}

    /** The companion's value as a code; null when it is missing. */
    static String value(RoundFigures figures, Companion companion, String municipality) {
        Reported reported = figures.reported(companion.measure(), municipality);
        Traits traits = reported.traits();
        return switch (companion.aspect()) {
            case DEFINITION -> traits.definition();
            case BASIS -> traits.basis() == null ? reported.text() : traits.basis();
            case PERIOD -> traits.period();
            case UNIT -> traits.unit();
            case AS_OF -> traits.asOf();
            case LEVEL, PURPOSE -> reported.text();
        };
    }

    /** Whether one of the dates the indicator depends on is not there. */
    static boolean undated(RoundFigures figures, Indicator indicator, String municipality) {
        for (Companion companion : indicator.comparableOn()) {
            if (companion.aspect() == Aspect.AS_OF && value(figures, companion, municipality) == null) {
                return true;
            }
        }
        return false;
    }
}
