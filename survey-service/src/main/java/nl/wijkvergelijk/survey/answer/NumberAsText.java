package nl.wijkvergelijk.survey.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.Text;

/** Explains to somebody who wrote a number between quotation marks how to write it, whatever notation they used. */
final class NumberAsText {
    private static final int LONGEST = 60;

    private NumberAsText() {}

    static Text explain(String text) {
        if (text.isBlank()) {
            return new Text(
                    "Hier staat een lege tekst; er hoort een getal. Is er geen getal, laat \"value\" dan weg en zet in \"missing\" waarom, bijvoorbeeld \"unknown\".",
                    "This is an empty text; a number belongs here. If there is no number, leave \"value\" out and say why in \"missing\", for example \"unknown\".");
        }
        String bare = withoutUnit(text);
        Optional<DutchNumber> number = DutchNumber.parse(text).or(() -> DutchNumber.parse(bare));
        if (number.isPresent()) {
            return wellFormed(text, number.get());
        }
        List<BigDecimal> guesses = DutchNumber.guesses(bare);
        return guesses.isEmpty() ? noNumber(text) : malformed(text, guesses);
    }

    /** "56 uur" is 56: the unit has its own member. */
    private static String withoutUnit(String text) {
        return text.length() > LONGEST ? text : text.replaceFirst("(?<=\\d)\\s+\\p{L}[\\p{L} ./]*$", "");
    }

    private static Text wellFormed(String text, DutchNumber number) {
        String shown = number.value().toPlainString();
        String nl =
                "%s is een tekst, want het staat tussen aanhalingstekens; hier hoort een getal. Schrijf zonder aanhalingstekens: %s."
                        .formatted(Echo.of(text), shown);
        String en =
                "%s is a text, because it is between quotation marks; a number belongs here. Write without quotation marks: %s."
                        .formatted(Echo.of(text), shown);
        if (number.qualifier() == Qualifier.EXACT) {
            return new Text(nl, en);
        }
        String code = number.qualifier().code();
        return new Text(
                nl + " Dat het niet precies is, zegt u met \"qualifier\": \"" + code + "\".",
                en + " Say that it is not exact with \"qualifier\": \"" + code + "\".");
    }

    private static Text malformed(String text, List<BigDecimal> guesses) {
        String first = guesses.get(0).toPlainString();
        List<String> shown = guesses.stream().map(BigDecimal::toPlainString).toList();
        return new Text(
                "%s is een tekst, want het staat tussen aanhalingstekens, en is ook geen goed geschreven getal: in het Nederlands verdeelt een punt de duizendtallen in groepjes van drie cijfers. Is %s bedoeld? Schrijf dat als getal, zonder aanhalingstekens, bijvoorbeeld %s. Staat het zo in uw bron, bewaar het dan in \"asPrinted\"."
                        .formatted(Echo.of(text), String.join(" of ", shown), first),
                "%s is a text, because it is between quotation marks, and not a well-formed number either: in Dutch a dot groups thousands in threes. Is %s meant? Write that as a number, without quotation marks, for example %s. If your source prints it so, keep that in \"asPrinted\"."
                        .formatted(Echo.of(text), String.join(" or ", shown), first));
    }

    private static Text noNumber(String text) {
        return new Text(
                "%s is een tekst; hier hoort alleen een getal, zonder aanhalingstekens, zoals 6300 of 8.5 (met een punt voor de decimalen). Is er geen getal, laat \"value\" dan weg en zet in \"missing\" waarom."
                        .formatted(Echo.of(text)),
                "%s is a text; only a number belongs here, without quotation marks, such as 6300 or 8.5 (with a point for the decimals). If there is no number, leave \"value\" out and say why in \"missing\"."
                        .formatted(Echo.of(text)));
    }
}
