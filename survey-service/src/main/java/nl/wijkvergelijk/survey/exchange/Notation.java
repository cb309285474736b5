package nl.wijkvergelijk.survey.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.DutchNumber;
import nl.wijkvergelijk.survey.answer.Echo;
import nl.wijkvergelijk.survey.answer.Qualifier;

/**
 * How numbers are written in a CSV file. The delimiter tells, so that "1.556" never means two things: who parts cells by commas cannot have them in numbers,
 * and Dutch spreadsheets part cells by semicolons.
 */
enum Notation {
    DECIMAL_POINT {
        @Override
        Optional<DutchNumber> number(String text) {
            return Optional.of(text)
                    .filter(t -> PLAIN.matcher(t).matches())
                    .map(t -> new DutchNumber(new BigDecimal(t), Qualifier.EXACT));
        }

        @Override
        Text refusal(String text) {
            return new Text(
                    "%s is geen getal. Schrijf cijfers met een punt voor de decimalen, zoals 6300 of 8.5; dit bestand heeft komma's tussen de cellen."
                            .formatted(Echo.of(text)),
                    "%s is not a number. Write digits with a point for the decimals, such as 6300 or 8.5; this file has commas between its cells."
                            .formatted(Echo.of(text)));
        }
    },
    DUTCH {
        @Override
        Optional<DutchNumber> number(String text) {
            return DutchNumber.parse(text);
        }

        @Override
        Text refusal(String text) {
            List<String> guesses = DutchNumber.guesses(text).stream()
                    .map(guess -> guess.toPlainString().replace('.', ','))
                    .toList();
            String nl = guesses.isEmpty()
                    ? ""
                    : " Een punt verdeelt de duizendtallen in groepjes van drie cijfers; is %s bedoeld?"
                            .formatted(String.join(" of ", guesses));
            String en = guesses.isEmpty()
                    ? ""
                    : " A dot groups thousands in threes; is %s meant?".formatted(String.join(" or ", guesses));
            return new Text(
                    "%s is geen getal. Schrijf bijvoorbeeld 6300, 6.300 of 8,5.%s".formatted(Echo.of(text), nl),
                    "%s is not a number. Write for example 6300, 6.300 or 8,5.%s".formatted(Echo.of(text), en));
        }
    };

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    /** The number and what words say about it; empty when it is none in this notation. */
    abstract Optional<DutchNumber> number(String text);

    /** Why a text is no number. */
    abstract Text refusal(String text);
}
