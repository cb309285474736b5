package nl.wijkvergelijk.comparison.representation;

/** The terms under which everything here may be used: figures are facts, so nothing is asked but, as a courtesy, the citation. */
public record Licence(String id, String url) {

    public static final Licence OURS = new Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/");

    /** A value of {@code Link}. */
    public static final String LINK = "<" + OURS.url() + ">; rel=\"license\"";
}
