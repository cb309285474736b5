package nl.wijkvergelijk.survey.rating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;

/** A rating session as it is sent and kept: who is rated, by how many, on which scales and with which points. */
record RatingSessionWrite(
        @NotNull RatingKind kind,
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Pattern(regexp = MunicipalityCode.FORM) String> items,
        @NotNull @Min(1) @Max(1000) Integer raters,
        @NotNull @Digits(integer = 6, fraction = 6) BigDecimal pointsMin,
        @NotNull @Digits(integer = 6, fraction = 6) BigDecimal pointsMax,
        @Min(0) @Max(6) Integer decimals,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Scale> scales) {

    RatingSessionWrite {
        decimals = decimals == null ? Integer.valueOf(0) : decimals;
    }

    /** Whether the same is rated in the same way, whatever it is called and however many are expected to rate. */
    boolean asksTheSameAs(RatingSessionWrite other) {
        return kind == other.kind
                && items.equals(other.items)
                && pointsMin.compareTo(other.pointsMin) == 0
                && pointsMax.compareTo(other.pointsMax) == 0
                && decimals.equals(other.decimals)
                && ids().equals(other.ids());
    }

    private List<String> ids() {
        return scales.stream().map(Scale::id).toList();
    }

    /** What is wrong beside the form: doubles, unknown municipalities, points that do not go with the kind. */
    List<InputError> errors(Set<String> unknown) {
        List<InputError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i))) {
                errors.add(duplicate("/items/" + i));
            } else if (unknown.contains(items.get(i))) {
                errors.add(InputError.body(
                        "/items/" + i,
                        "unknown-municipality",
                        new Text("Deze gemeente kennen we niet.", "This municipality is not known.")));
            }
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < scales.size(); i++) {
            if (!ids.add(scales.get(i).id())) {
                errors.add(duplicate("/scales/" + i + "/id"));
            }
        }
        points(errors);
        return errors;
    }

    private void points(List<InputError> errors) {
        boolean isRanking = kind == RatingKind.RANKING;
        if (isRanking && pointsMin.compareTo(BigDecimal.ONE) != 0) {
            errors.add(outOfRange("/pointsMin", "Een rangorde begint bij 1.", "A ranking begins at 1."));
        }
        if (isRanking && pointsMax.compareTo(BigDecimal.valueOf(items.size())) != 0) {
            errors.add(outOfRange(
                    "/pointsMax",
                    "Een rangorde eindigt bij het aantal items.",
                    "A ranking ends at the number of items."));
        }
        if (isRanking && decimals > 0) {
            errors.add(outOfRange("/decimals", "Een plaats heeft geen decimalen.", "A place has no decimals."));
        }
        if (!isRanking && pointsMin.compareTo(pointsMax) >= 0) {
            errors.add(outOfRange("/pointsMax", "Is meer dan pointsMin.", "Is more than pointsMin."));
        }
    }

    private static InputError duplicate(String pointer) {
        return InputError.body(pointer, "duplicate", new Text("Dit staat er al.", "This is there already."));
    }

    private static InputError outOfRange(String pointer, String nl, String en) {
        return InputError.body(pointer, "out-of-range", new Text(nl, en));
    }
}
