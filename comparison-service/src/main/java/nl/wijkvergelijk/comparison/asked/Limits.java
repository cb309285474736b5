package nl.wijkvergelijk.comparison.asked;

import nl.wijkvergelijk.comparison.representation.Xlsx;
import nl.wijkvergelijk.comparison.table.Composition;

/** How much one request may ask for; shown at {@code /v1/config}. */
public final class Limits {

    /** More than there are municipalities, also in 1930. */
    public static final int MUNICIPALITIES = 1_100;

    /** How many peers a municipality has beside itself when nobody says. */
    public static final int PEERS = 5;

    public static final int INDICATORS = 100;
    /** Side by side in one chart. */
    public static final int CHART_INDICATORS = 6;

    public static final int ROUNDS = 20;
    public static final int SORT_KEYS = 10;
    public static final int DATASETS_PER_PAGE = 1_000;

    /** So many complete rows of shares have the distances between every two of them listed, and who is most alike. */
    public static final int DISTANCE_ROWS = Composition.LISTED;

    /** Figures in one workbook. How many one answer may have in whatever form is a setting of the installation. */
    public static final int WORKBOOK_FIGURES = Xlsx.MOST_FIGURES;

    /** Characters of the request line; application.properties sets it. */
    public static final int ADDRESS_LENGTH = 16_384;

    private Limits() {}
}
