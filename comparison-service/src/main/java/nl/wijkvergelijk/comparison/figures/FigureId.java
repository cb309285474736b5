package nl.wijkvergelijk.comparison.figures;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a figure, the same in every dataset: {@code 2005.GM0307.fte-total}. */
public record FigureId(String round, String municipality, String indicator) {

    private static final Pattern FORM = Pattern.compile("([^.]+)\\.([^.]+)\\.([^.]+)");

    static Optional<FigureId> read(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(new FigureId(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
