package nl.wijkvergelijk.survey.answer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as the Dutch write it: a dot groups thousands in threes, a comma starts the decimals, and words say how exact it is. The one parser of that
 * notation.
 *
 * @param value with the decimals that were written: "2,50" is 2.50
 * @param qualifier what the words before it say; exact when there are none, and for "gemiddeld": a mean is not an approximation
 */
public record DutchNumber(BigDecimal value, Qualifier qualifier) {
    private static final int LONGEST = 60;
    private static final Map<String, Qualifier> WORDS = words();
    private static final Map<String, BigDecimal> MULTIPLES =
            Map.of("duizend", BigDecimal.valueOf(1_000), "miljoen", BigDecimal.valueOf(1_000_000));
    private static final Pattern NUMBER =
            Pattern.compile("([-−]?)([1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+)(?:,(\\d+|[-–—]))?");
    private static final Pattern MISPLACED_DOTS = Pattern.compile("\\d+(\\.\\d+)+");

    /** The number a text holds; empty when it is not a well-formed Dutch number. */
    public static Optional<DutchNumber> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Bare bare = Bare.of(text);
        Matcher matcher = NUMBER.matcher(bare.digits);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(3);
        boolean hasDecimals = decimals != null && Character.isDigit(decimals.charAt(0));
        BigDecimal value = new BigDecimal((matcher.group(1).isEmpty() ? "" : "-")
                + matcher.group(2).replace(".", "")
                + (hasDecimals ? "." + decimals : ""));
        return Optional.of(
                new DutchNumber(bare.multiple == null ? value : times(value, bare.multiple), bare.qualifier));
    }

    /**
     * What may be meant by a number whose dots do not group thousands in threes, lowest first: "6.3000" is 6300 (a digit too many) or 63000 (the dot
     * misplaced), "8.5" is 8.5 (English decimals). Empty when that is not what is wrong with it.
     */
    public static List<BigDecimal> guesses(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        String digits = Bare.of(text).digits;
        if (!MISPLACED_DOTS.matcher(digits).matches() || NUMBER.matcher(digits).matches()) {
            return List.of();
        }
        TreeSet<BigDecimal> guesses = new TreeSet<>();
        int lastDot = digits.lastIndexOf('.');
        int lastGroup = digits.length() - lastDot - 1;
        if (lastGroup < 3 && digits.indexOf('.') == lastDot) {
            guesses.add(new BigDecimal(digits));
        } else {
            String oneDigitLess = digits.substring(0, digits.length() - 1);
            if (lastGroup == 4 && NUMBER.matcher(oneDigitLess).matches()) {
                guesses.add(new BigDecimal(oneDigitLess.replace(".", "")));
            }
            guesses.add(new BigDecimal(digits.replace(".", "")));
        }
        return List.copyOf(guesses);
    }

    private static BigDecimal times(BigDecimal value, BigDecimal multiple) {
        BigDecimal product = value.multiply(multiple).stripTrailingZeros();
        return product.scale() < 0 ? product.setScale(0) : product;
    }

    private static Map<String, Qualifier> words() {
        Map<String, Qualifier> words = new LinkedHashMap<>();
        for (String word : List.of("ongeveer", "circa", "ca.", "ca ", "zo’n", "zo'n", "±", "~")) {
            words.put(word, Qualifier.APPROXIMATE);
        }
        for (String word : List.of("naar schatting", "geschat")) {
            words.put(word, Qualifier.ESTIMATED);
        }
        for (String word : List.of("iets minder dan", "een kleine", "kleine", "bijna", "krap")) {
            words.put(word, Qualifier.AT_MOST);
        }
        words.put("ruim", Qualifier.AT_LEAST);
        words.put("gemiddeld", Qualifier.EXACT);
        return words;
    }

    /** The digits of a text, once the words, the currency and the multiple around them are understood. */
    private record Bare(String digits, Qualifier qualifier, BigDecimal multiple) {
        static Bare of(String text) {
            String rest = text.replace('\u00A0', ' ').toLowerCase(Locale.ROOT).strip();
            Qualifier qualifier = Qualifier.EXACT;
            boolean found = true;
            while (found) {
                found = false;
                for (Map.Entry<String, Qualifier> word : WORDS.entrySet()) {
                    if (rest.startsWith(word.getKey())) {
                        rest = rest.substring(word.getKey().length()).strip();
                        qualifier = word.getValue() == Qualifier.EXACT ? qualifier : word.getValue();
                        found = true;
                    }
                }
            }
            rest = without(rest, "€", "eur ");
            for (String ending : List.of("euro", "procent", "%")) {
                rest = rest.endsWith(ending)
                        ? rest.substring(0, rest.length() - ending.length()).strip()
                        : rest;
            }
            BigDecimal multiple = null;
            for (Map.Entry<String, BigDecimal> entry : MULTIPLES.entrySet()) {
                if (rest.endsWith(" " + entry.getKey())) {
                    rest = rest.substring(0, rest.length() - entry.getKey().length())
                            .strip();
                    multiple = entry.getValue();
                }
            }
            return new Bare(rest, qualifier, multiple);
        }

        private static String without(String text, String... beginnings) {
            for (String beginning : beginnings) {
                if (text.startsWith(beginning)) {
                    return text.substring(beginning.length()).strip();
                }
            }
            return text;
        }
    }
}
