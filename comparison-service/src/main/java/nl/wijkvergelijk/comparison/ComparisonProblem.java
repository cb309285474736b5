package nl.wijkvergelijk.comparison;

import nl.wijkvergelijk.http.ProblemType;
import nl.wijkvergelijk.http.Text;

/** The problems that only this service has; problems.md describes each. */
public enum ComparisonProblem implements ProblemType {
    ARCHIVE_AWAY(503, "Even niet na te slaan", "Cannot be looked up for a moment"),
    DATASET_UNKNOWN(404, "Die versie van de gegevens is er niet", "There is no such version of the data"),
    NOT_LOADED_YET(503, "De gegevens worden nog geladen", "The data is still being loaded"),
    NOTHING_PUBLISHED(404, "Er is nog niets gepubliceerd", "Nothing has been published yet"),
    NOTHING_TO_DRAW(404, "Hier valt niets te tekenen", "There is nothing to draw here"),
    OLD_DATASETS_BUSY(503, "Te veel oude versies tegelijk", "Too many old versions at once");

    private final int status;
    private final Text title;

    ComparisonProblem(int status, String nl, String en) {
        this.status = status;
        this.title = new Text(nl, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
