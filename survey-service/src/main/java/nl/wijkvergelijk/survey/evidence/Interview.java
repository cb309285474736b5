package nl.wijkvergelijk.survey.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Source;
import nl.wijkvergelijk.survey.request.Line;

/**
 * An interview that the procedure asks for, and what became of it. It says which group was spoken with and in what role; never who.
 *
 * @param date null when unknown
 * @param form null when unknown
 * @param people how many were spoken with; null when unknown
 * @param outcome what became of it; anything but {@code held} is a deviation from the procedure
 * @param reason why there was a deviation
 */
record Interview(
        @NotNull @Pattern(regexp = GROUPS) String group,
        @Line String role,
        @Pattern(regexp = PartialDate.FORM) String date,
        @Pattern(regexp = "individual|group") String form,
        @Min(1) @Max(10_000) Integer people,
        @Pattern(regexp = OUTCOMES) String outcome,
        @Line(max = Line.PROSE) String reason) {

    static final String GROUPS =
            "ward-official|line-official|director|alderman|partners|residents|contact-person|other";
    static final String OUTCOMES = "held|replaced-by-individual-talks|skipped|shared-with-another-study";

    /** As much of an address as tells one, so that a long text without is read once. */
    private static final java.util.regex.Pattern ADDRESS =
            java.util.regex.Pattern.compile("[^\\s@<>]@[^\\s@<>]+\\.[^\\s@<>]");

    private static final java.util.regex.Pattern PHONE =
            java.util.regex.Pattern.compile("(?<![0-9])(\\+|0)[-0-9 ()/.]*");

    /** The same with what is not said filled in. */
    Interview whole() {
        return new Interview(group, role, date, form, people, outcome == null ? "held" : outcome, reason);
    }

    /** What the public reads. */
    Source source() {
        return new Source.Interview(group, date, !outcome.equals("skipped"));
    }

    /** What is wrong beside the form. */
    void check(List<InputError> errors) {
        PartialDate.check(date, "/interview/date", errors);
        refuseContactDetails(role, "/interview/role", errors);
        refuseContactDetails(reason, "/interview/reason", errors);
        boolean deviates = outcome != null && !outcome.equals("held");
        if (deviates && reason == null) {
            errors.add(InputError.body(
                    "/interview/reason",
                    "required",
                    new Text("Zeg waarom van de procedure is afgeweken.", "Say why the procedure was deviated from.")));
        }
        if (people != null && "skipped".equals(outcome)) {
            errors.add(InputError.body(
                    "/interview/people",
                    "not-held",
                    new Text(
                            "Een gesprek dat niet gevoerd is, heeft geen deelnemers.",
                            "An interview that was not held has nobody in it.")));
        }
    }

    private static void refuseContactDetails(String text, String pointer, List<InputError> errors) {
        if (text != null && (ADDRESS.matcher(text).find() || holdsPhoneNumber(text))) {
            errors.add(
                    InputError.body(
                            pointer,
                            "personal-data",
                            new Text(
                                    "Geen namen, e-mailadressen of telefoonnummers: noem de functie, zoals 'hoofd van de afdeling'.",
                                    "No names, e-mail addresses or phone numbers: name the function, such as 'head of unit'.")));
        }
    }

    /** Nine digits and more behind a + or a 0, however they are grouped. */
    private static boolean holdsPhoneNumber(String text) {
        return PHONE.matcher(text)
                .results()
                .anyMatch(match -> match.group().replaceAll("[^0-9]", "").length() >= 9);
    }
}
