package nl.wijkvergelijk.survey.request;

import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/**
 * Which part of a list is asked.
 *
 * @param number counts from 1; a page beyond the last is empty
 * @param size how many items a page has, at most {@link #MOST}
 */
public record Page(int number, int size) {

    /** The size of a page when none is asked. */
    public static final int USUAL = 100;

    /** The largest page. */
    public static final int MOST = 1000;

    private static final int LAST = 1_000_000;

    /** The page in a query; null is the first, of the usual size. Refuses what is no number in range, both at once. */
    public static Page of(String page, String pageSize) {
        List<InputError> errors = new ArrayList<>();
        Page read = of(page, pageSize, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return read;
    }

    static Page of(String page, String pageSize, List<InputError> errors) {
        return new Page(number("page", page, 1, LAST, errors), number("pageSize", pageSize, USUAL, MOST, errors));
    }

    /** This page of a list that is here whole. */
    public <T> List<T> of(List<T> whole) {
        int from = (int) Math.min(offset(), whole.size());
        return whole.subList(from, Math.min(from + size, whole.size()));
    }

    private static int number(String name, String sent, int absent, int most, List<InputError> errors) {
        if (sent == null) {
            return absent;
        }
        if (sent.matches("[1-9][0-9]{0,6}") && Integer.parseInt(sent) <= most) {
            return Integer.parseInt(sent);
        }
        errors.add(InputError.query(
                name,
                "out-of-range",
                new Text(
                        "Een geheel getal van 1 tot en met %d.".formatted(most),
                        "A whole number from 1 up to and including %d.".formatted(most))));
        return absent;
    }

    /** How many items come before it. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** The number of the last page of a list of so many items; an empty list has one page. */
    long last(long total) {
        return Math.max(1, (total + size - 1) / size);
    }
}
