package nl.wijkvergelijk.survey.response;

import java.text.Collator;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.request.ListQuery;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Sort;

/**
 * Which responses of a round are asked for, and in which order.
 *
 * @param states codes of states; empty for all, as {@code municipalities}
 * @param late null when it does not matter, as {@code blocked} and {@code search}
 */
record OverviewQuery(
        Set<String> states,
        Boolean late,
        Boolean blocked,
        Set<String> municipalities,
        String search,
        Sort sort,
        Page page) {

    private static final int LONGEST_SEARCH = 100;
    private static final List<String> KEYS =
            List.of("code", "name", "state", "completeness", "deadline", "openRemarks", "changedAt");

    /** Reads query parameters; null is all. Refuses everything that is not known at once. */
    static OverviewQuery of(
            String state,
            String late,
            String blocked,
            String municipality,
            String search,
            String sort,
            String page,
            String pageSize) {
        ListQuery query = new ListQuery();
        OverviewQuery read = new OverviewQuery(
                query.among(
                        "state",
                        state,
                        Arrays.stream(State.values()).map(State::code).toList()),
                query.flag("late", late),
                query.flag("blocked", blocked),
                query.like("municipality", municipality, MunicipalityCode.FORM),
                query.search("search", search, LONGEST_SEARCH),
                query.sort(sort, KEYS),
                query.page(page, pageSize));
        query.refuseWrong();
        return read;
    }

    /** Whether it is asked for, as far as can be told without knowing what blocks it. */
    boolean mayBe(Standing each) {
        return (states.isEmpty() || states.contains(each.state().code()))
                && (late == null || late == each.isLate())
                && (municipalities.isEmpty()
                        || municipalities.contains(each.municipality().code()))
                && (search == null || plain(each.municipality().name()).contains(plain(search)));
    }

    /** The same for one of which that is known. */
    boolean is(Standing each) {
        return blocked == null || blocked == each.isBlocked();
    }

    /** The order that is asked for; what is equal in it stands by code, and what has no such value last. */
    Comparator<Standing> order() {
        Comparator<Standing> byCode =
                Comparator.comparing(each -> each.municipality().code());
        return switch (sort.key()) {
            case "name" ->
                sort.directed(by(each -> each.municipality().name(), Collator.getInstance(Locale.forLanguageTag("nl"))))
                        .thenComparing(byCode);
            case "state" -> sort.directed(Comparator.comparing(Standing::state)).thenComparing(byCode);
            case "completeness" ->
                sort.directed(Comparator.<Standing>comparingInt(
                                each -> each.completeness().answered()))
                        .thenComparing(byCode);
            case "openRemarks" ->
                sort.directed(Comparator.comparingInt(Standing::openRemarks)).thenComparing(byCode);
            case "deadline" ->
                dated(each -> each.deadline() == null ? null : each.deadline().date(), LocalDate::compareTo)
                        .thenComparing(byCode);
            case "changedAt" -> dated(Standing::changedAt, Instant::compareTo).thenComparing(byCode);
            default -> sort.directed(byCode);
        };
    }

    private static Comparator<Standing> by(Function<Standing, String> text, Collator order) {
        return (one, other) -> order.compare(text.apply(one), text.apply(other));
    }

    private <T> Comparator<Standing> dated(Function<Standing, T> date, Comparator<T> order) {
        return Comparator.comparing(date, Comparator.nullsLast(sort.directed(order)));
    }

    /** Without accents and capitals. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
