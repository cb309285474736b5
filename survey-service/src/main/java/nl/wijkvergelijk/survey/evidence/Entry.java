package nl.wijkvergelijk.survey.evidence;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Source;

/** What a piece of evidence is: exactly one of a document and an interview, the other null. */
record Entry(@Valid Document document, @Valid Interview interview) {

    /**
     * The same with what is not said filled in.
     *
     * @param earlier what this corrects: a document stays a document, since answers cite places in it; null when new
     * @throws ProblemException 400 with everything that is wrong beside the form
     */
    Entry checked(Entry earlier) {
        List<InputError> errors = new ArrayList<>();
        if ((document == null) == (interview == null)) {
            errors.add(InputError.body(
                    "",
                    "required",
                    new Text(
                            "Beschrijf een document of een interview, een van de twee.",
                            "Describe a document or an interview, one of the two.")));
        } else if (earlier != null && (earlier.document == null) != (document == null)) {
            errors.add(InputError.body(
                    document == null ? "/interview" : "/document",
                    "other-kind",
                    new Text(
                            "Een document blijft een document en een interview een interview: antwoorden kunnen het aanhalen.",
                            "A document stays a document and an interview an interview: answers may cite it.")));
        }
        if (document != null) {
            PartialDate.check(document.date(), "/document/date", errors);
        }
        if (interview != null) {
            interview.check(errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Entry(document == null ? null : document.whole(), interview == null ? null : interview.whole());
    }

    Source source() {
        return document == null ? interview.source() : document.source();
    }
}
