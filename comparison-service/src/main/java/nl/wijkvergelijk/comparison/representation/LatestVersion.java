package nl.wijkvergelijk.comparison.representation;

/** Says of a superseded answer where the one in force is, and by which version it was superseded (RFC 5829; {@code dataset} is an extension of ours, RFC 8288). */
public final class LatestVersion {

    private LatestVersion() {}

    /** A value of {@code Link}. */
    public static String link(String address, long version) {
        return "<%s>; rel=\"latest-version\"; dataset=\"%d\"".formatted(address, version);
    }

    /** The same about a figure that is missing now, with the code that says why. */
    public static String link(String address, long version, String missing) {
        return link(address, version) + (missing == null ? "" : "; missing=\"%s\"".formatted(missing));
    }
}
