package nl.wijkvergelijk.comparison.representation;

/** The forms a chart can have; they are no choice of {@code format=}, since a chart has an address of its own. */
public enum Picture implements Form {
    SVG;

    /** The media type of the method that draws. */
    public static final String MEDIA_TYPE = "image/svg+xml";

    @Override
    public String contentType() {
        return MEDIA_TYPE + "; charset=utf-8";
    }

    @Override
    public String code() {
        return "svg";
    }

    @Override
    public String ending() {
        return code();
    }

    @Override
    public boolean shown() {
        return true;
    }
}
