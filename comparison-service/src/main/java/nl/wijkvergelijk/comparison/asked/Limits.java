package nl.wijkvergelijk.comparison.asked;

/** How much one request may ask for; shown at {@code /v1/config}. */
public final class Limits {

    /** More than there are municipalities, also in 1930. */
    public static final int MUNICIPALITIES = 1_100;

    /** How many peers a municipality has beside itself when nobody says. */
    public static final int PEERS = 5;

    public static final int INDICATORS = 100;
    public static final int ROUNDS = 20;
    public static final int SORT_KEYS = 10;
    public static final int DATASETS_PER_PAGE = 1_000;

    /** Characters of the request line; application.properties sets it. */
    public static final int ADDRESS_LENGTH = 16_384;

    private Limits() {}
}
