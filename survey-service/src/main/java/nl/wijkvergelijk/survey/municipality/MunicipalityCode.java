package nl.wijkvergelijk.survey.municipality;

import nl.wijkvergelijk.http.ProblemException;

/** The code by which CBS knows a municipality. */
public final class MunicipalityCode {

    /** What a code looks like. */
    public static final String FORM = "GM[0-9]{4}";

    private MunicipalityCode() {}

    /** The code from a path; what does not look like one leads nowhere (404). */
    public static String inPath(String code) {
        if (!code.matches(FORM)) {
            throw ProblemException.notFound();
        }
        return code;
    }
}
