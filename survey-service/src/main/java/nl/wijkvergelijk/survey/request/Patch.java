package nl.wijkvergelijk.survey.request;

/** The media type of a partial change (RFC 7396); taken as well as plain JSON. */
public final class Patch {

    public static final String MERGE = "application/merge-patch+json";

    private Patch() {}
}
