package nl.wijkvergelijk.survey.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Source;
import nl.wijkvergelijk.survey.request.Line;

/**
 * A document on file.
 *
 * @param date the year, month or day of publication; null when it has none
 * @param url where it can be read, http or https and nothing else
 * @param isPublic whether the public may read what it is called
 */
record Document(
        @NotNull @Line String title,
        @NotNull @Pattern(regexp = DocumentKind.FORM) String kind,
        @Pattern(regexp = PartialDate.FORM) String date,
        @Line String publisher,

        @Size(min = 1, max = 2000) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}@/]+(/[^\\s\\p{Cntrl}]*)?")
        String url,

        @JsonProperty("public") Boolean isPublic) {

    /** The same with what is not said filled in. */
    Document whole() {
        return new Document(title, kind, date, publisher, url, isPublic == null || isPublic);
    }

    /** What the public reads: of an internal document no more than the kind and the date. */
    Source source() {
        if (isPublic) {
            return new Source.Document(title, publisher, date, true);
        }
        Text label = DocumentKind.label(kind);
        return new Source.Document(
                "Intern document: %s (internal document: %s)".formatted(label.nl(), label.en()), null, date, false);
    }
}
