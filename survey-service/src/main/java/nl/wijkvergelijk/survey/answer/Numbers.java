package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import nl.wijkvergelijk.http.Text;

/**
 * Reads a JSON number without changing it: at most 15 digits before the decimal point and 6 after it, within its bounds, and without a point where it
 * must be whole: who writes 135.000 means 135000, and JSON reads 135.
 *
 * @param whole whether it must be a whole number
 * @param min the lowest allowed, null for none
 * @param max the highest allowed, null for none
 */
record Numbers(boolean whole, BigDecimal min, BigDecimal max) {
    static final int BEFORE_POINT = 15;
    private static final int AFTER_POINT = 6;

    /** The number, or null after adding why not. */
    BigDecimal read(JsonNode node, Refusals refusals) {
        if (node.isTextual()) {
            refusals.add("not-a-number-written-as-text", NumberAsText.explain(node.textValue()));
            return null;
        }
        boolean finite = !node.isDouble() && !node.isFloat() || Double.isFinite(node.doubleValue());
        if (!node.isNumber() || !finite) {
            refusals.add(
                    "wrong-type",
                    "Hier hoort een getal, zonder aanhalingstekens, zoals 6300 of 8.5.",
                    "A number belongs here, without quotation marks, such as 6300 or 8.5.");
            return null;
        }
        BigDecimal number = node.decimalValue();
        if ((long) number.precision() - number.scale() > BEFORE_POINT || number.scale() > AFTER_POINT) {
            refusals.add(
                    "too-many-digits",
                    "Dit getal heeft te veel cijfers: er passen er %d voor en %d achter de komma."
                            .formatted(BEFORE_POINT, AFTER_POINT),
                    "This number has too many digits: %d fit before the decimal point and %d after it."
                            .formatted(BEFORE_POINT, AFTER_POINT));
            return null;
        }
        if (whole && number.scale() > 0) {
            refusals.add("not-a-whole-number", notWhole(number.toPlainString()));
            return null;
        }
        return inBounds(number.scale() < 0 ? number.setScale(0) : number, refusals);
    }

    private BigDecimal inBounds(BigDecimal number, Refusals refusals) {
        if (min != null && number.compareTo(min) < 0) {
            refusals.add(
                    "out-of-range",
                    "Het getal moet minstens %s zijn.".formatted(min.toPlainString()),
                    "The number must be at least %s.".formatted(min.toPlainString()));
            return null;
        }
        if (max != null && number.compareTo(max) > 0) {
            refusals.add(
                    "out-of-range",
                    "Het getal mag hoogstens %s zijn.".formatted(max.toPlainString()),
                    "The number may be at most %s.".formatted(max.toPlainString()));
            return null;
        }
        return number;
    }

    private static Text notWhole(String written) {
        String nl = "Hier hoort een heel getal. In JSON is de punt een decimale komma: %s betekent %s."
                .formatted(written, written.replace('.', ','));
        String en = "A whole number belongs here. In JSON the point starts the decimals.";
        int decimals = written.length() - written.indexOf('.') - 1;
        if (decimals < 3) {
            return new Text(nl + " Schrijf het getal zonder punt.", en + " Write the number without a point.");
        }
        List<String> meant = DutchNumber.parse(written)
                .map(number -> List.of(number.value()))
                .orElseGet(() -> DutchNumber.guesses(written))
                .stream()
                .map(BigDecimal::toPlainString)
                .toList();
        if (meant.isEmpty()) {
            return new Text(nl + " Schrijf het getal zonder punt.", en + " Write the number without a point.");
        }
        return new Text(
                nl + " Is %s bedoeld? Schrijf dat zonder punt.".formatted(String.join(" of ", meant)),
                en + " Is %s meant? Write that without a point.".formatted(String.join(" or ", meant)));
    }
}
