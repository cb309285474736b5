package nl.wijkvergelijk.survey.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** A form in which many responses are sent. */
interface ResponseFile {

    /** The most characters of one response of NDJSON, or of one row of CSV: as much as a JSON body may have. */
    int LONGEST = 2 * 1024 * 1024;

    /**
     * Hands on the responses one by one, in the order of the file; what is wrong with one is in it.
     *
     * @throws nl.wijkvergelijk.http.ProblemException 400 when the file cannot be taken apart into responses
     */
    void read(InputStream file, Questionnaire questionnaire, Consumer<ImportedResponse> each) throws IOException;
}
