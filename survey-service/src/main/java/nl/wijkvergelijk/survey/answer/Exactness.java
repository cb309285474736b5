package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * How exact a number is said to be.
 *
 * @param qualifier null means exact
 * @param low the lowest it may be; only with the qualifier range
 * @param high the highest it may be; only with the qualifier range
 */
public record Exactness(Qualifier qualifier, BigDecimal low, BigDecimal high) {

    /** Nothing is said. */
    static final Exactness UNSAID = new Exactness(null, null, null);

    public Exactness {
        boolean whole = low != null && high != null;
        low = whole ? low : null;
        high = whole ? high : null;
    }

    /** What an object says about the number in it; what is wrong is added. */
    static Exactness read(Members members, Numbers numbers, BigDecimal value) {
        Qualifier qualifier = members.code("qualifier", Qualifier.class, "bad-qualifier");
        BigDecimal low = end(members, "low", qualifier, numbers);
        BigDecimal high = end(members, "high", qualifier, numbers);
        checkOrder(members, low, value, high);
        return new Exactness(qualifier, low, high);
    }

    /** The same where there is no number: each of the members is refused. */
    static Exactness refuse(Members members) {
        if (members.sent("qualifier")) {
            members.at("qualifier")
                    .add(
                            "bad-qualifier",
                            "Alleen bij een getal kan staan hoe precies het is.",
                            "Only a number can say how exact it is.");
        }
        refuseEnd(members, "low");
        refuseEnd(members, "high");
        return UNSAID;
    }

    void writeTo(ObjectNode node) {
        Json.put(node, "qualifier", qualifier == null ? null : qualifier.code());
        if (low != null) {
            node.put("low", low).put("high", high);
        }
    }

    private static BigDecimal end(Members members, String name, Qualifier qualifier, Numbers numbers) {
        if (qualifier != Qualifier.RANGE) {
            refuseEnd(members, name);
            return null;
        }
        if (!members.sent(name)) {
            members.at(name)
                    .add(
                            "range-required",
                            "Bij \"range\" horen een laagste (\"low\") en een hoogste (\"high\") getal.",
                            "A \"range\" has a lowest (\"low\") and a highest (\"high\") number.");
        }
        JsonNode node = members.get(name);
        return node == null ? null : numbers.read(node, members.at(name));
    }

    private static void refuseEnd(Members members, String name) {
        if (members.sent(name)) {
            members.at(name)
                    .add(
                            "bad-qualifier",
                            "%s hoort alleen bij \"qualifier\": \"range\".".formatted(Echo.of(name)),
                            "%s belongs to \"qualifier\": \"range\" only.".formatted(Echo.of(name)));
        }
    }

    private static void checkOrder(Members members, BigDecimal low, BigDecimal value, BigDecimal high) {
        if (low == null || high == null) {
            return;
        }
        if (low.compareTo(high) > 0) {
            members.at("low")
                    .add(
                            "out-of-range",
                            "Het laagste getal is hoger dan het hoogste.",
                            "The lowest number is higher than the highest.");
        } else if (value != null && (value.compareTo(low) < 0 || value.compareTo(high) > 0)) {
            members.at("value")
                    .add(
                            "out-of-range",
                            "De waarde valt buiten haar eigen laagste en hoogste getal.",
                            "The value lies outside its own lowest and highest number.");
        }
    }
}
