package nl.wijkvergelijk.survey.description;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.request.Line;

/**
 * Whether the municipality agrees, as it is sent.
 *
 * @param dissent what it wants to be published when it does not
 * @param version the version of the description that was read; null when not said
 */
record AgreementWrite(
        @NotNull Boolean agrees,
        @Line(max = Line.PROSE) String dissent,
        @Line(max = Line.PROSE) String onBehalf,
        @Min(1) Integer version) {

    void check(List<InputError> errors) {
        if (agrees && dissent != null) {
            errors.add(InputError.body(
                    "/dissent",
                    "not-with-agreement",
                    new Text("Wie instemt, heeft geen afwijkende opvatting.", "Who agrees does not dissent.")));
        }
        if (!agrees && dissent == null) {
            errors.add(InputError.body(
                    "/dissent",
                    "required",
                    new Text(
                            "Zeg waarin u het anders ziet; dat wordt bij de beschrijving gepubliceerd.",
                            "Say how you see it otherwise; that is published with the description.")));
        }
    }
}
