package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.answer.Answers;

/** A response with its present answers, where many of one round are looked at together. */
public record Surveyed(Responses.Found found, Answers answers) {

    /** The code of its municipality. */
    public String code() {
        return found.municipality().code();
    }

    /** The round that all of these are of. */
    public static String round(List<Surveyed> many) {
        return many.get(0).found().round().id();
    }

    /** The municipalities of these, with commas between them, as a statement takes them. */
    public static String codes(List<Responses.Found> many) {
        return many.stream().map(found -> found.municipality().code()).collect(Collectors.joining(","));
    }

    /** The same of these. */
    public static String codesOf(List<Surveyed> many) {
        return many.stream().map(Surveyed::code).collect(Collectors.joining(","));
    }
}
