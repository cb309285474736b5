package nl.wijkvergelijk.comparison.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** A municipality that merged into others, by name, on a day: the first on which it no longer existed; null when nobody says. */
public record Merger(Municipality gone, List<Municipality> successors, LocalDate day) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?!\\d).*");

    /** Those by which this municipality came to be what it is, or ceased to be; by code. */
    public static List<Merger> of(Map<String, Municipality> all, String code) {
        return among(all, Set.of(code));
    }

    /** Those by which any of these did. */
    static List<Merger> among(Map<String, Municipality> all, Set<String> codes) {
        List<Merger> mergers = new ArrayList<>();
        for (Municipality each : all.values()) {
            boolean itself = codes.contains(each.code()) && !each.successors().isEmpty();
            Optional<String> into =
                    each.successors().stream().filter(codes::contains).findFirst();
            if (itself || into.isPresent()) {
                Municipality now = into.map(all::get).orElse(null);
                LocalDate day = each.validTo() != null || itself || now == null ? each.validTo() : now.validFrom();
                mergers.add(new Merger(
                        each,
                        each.successors().stream()
                                .map(successor -> all.getOrDefault(
                                        successor, new Municipality(successor, successor, null, null, List.of())))
                                .toList(),
                        day));
            }
        }
        return mergers;
    }

    /**
     * Whether it can have come between two figures: after the first day that one of them can be of, not after the last day that the other
     * can be of; the figure of the later round may be the earlier one. A figure is of its as-of, else of the year its round is called
     * after; what nobody says leaves it open.
     */
    boolean between(String fromRound, String fromAsOf, String toRound, String toAsOf) {
        return between(first(fromAsOf, fromRound), last(toAsOf, toRound))
                || between(first(toAsOf, toRound), last(fromAsOf, fromRound));
    }

    /** The same of days; null where nobody says. */
    boolean between(LocalDate first, LocalDate last) {
        return day == null || (first == null || day.isAfter(first)) && (last == null || !day.isAfter(last));
    }

    /** The codes of those in it that are among these, the one that is gone first. */
    List<String> among(Set<String> codes) {
        return Stream.concat(Stream.of(gone), successors.stream())
                .map(Municipality::code)
                .filter(codes::contains)
                .toList();
    }

    /** Such as {@code Hoogland → Amersfoort}. */
    String names() {
        return gone.name() + " → " + successors.stream().map(Municipality::name).collect(Collectors.joining(", "));
    }

    /** The same with the day, as far as somebody says it. */
    Text described(Text undated) {
        return day == null
                ? new Text(names() + ", " + undated.in(Language.NL), names() + ", " + undated.in(Language.EN))
                : new Text(names() + ", " + day, names() + ", " + day);
    }

    /** The first day a figure can be of; null when nobody says. */
    static LocalDate first(String asOf, String round) {
        return day(asOf, round, false);
    }

    /** The last one, likewise. */
    static LocalDate last(String asOf, String round) {
        return day(asOf, round, true);
    }

    private static LocalDate day(String asOf, String round, boolean last) {
        Matcher date = DATE.matcher(asOf == null ? "" : asOf);
        if (date.matches()) {
            try {
                return day(date.group(1), date.group(2), date.group(3), last);
            } catch (DateTimeException e) {
                return null;
            }
        }
        Matcher year = YEAR.matcher(round);
        return year.matches() ? day(year.group(1), null, null, last) : null;
    }

    private static LocalDate day(String year, String month, String day, boolean last) {
        LocalDate first = LocalDate.of(
                Integer.parseInt(year),
                month == null ? 1 : Integer.parseInt(month),
                day == null ? 1 : Integer.parseInt(day));
        LocalDate next = day != null ? first.plusDays(1) : month != null ? first.plusMonths(1) : first.plusYears(1);
        return last ? next.minusDays(1) : first;
    }
}
