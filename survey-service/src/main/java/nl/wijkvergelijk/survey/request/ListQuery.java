package nl.wijkvergelijk.survey.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Reads what a list is asked for: what chooses, the order and the page. Everything that is wrong with it is in one refusal; what was not sent is null. */
public final class ListQuery {

    private static final String COMMA = ",";

    private final List<InputError> errors = new ArrayList<>();

    /** The chosen ones of the known values, with commas between them; empty for all. */
    public Set<String> among(String name, String sent, Collection<String> known) {
        Set<String> chosen = listed(sent);
        if (!known.containsAll(chosen)) {
            error(
                    name,
                    "unknown-value",
                    "Kies uit, met komma's ertussen: %s.".formatted(String.join(", ", known)),
                    "Choose from, with commas between them: %s.".formatted(String.join(", ", known)));
        }
        return chosen;
    }

    /** Values of a form, with commas between them; empty for all. Whether they exist is not asked. */
    public Set<String> like(String name, String sent, String form) {
        Set<String> chosen = listed(sent);
        if (!chosen.stream().allMatch(each -> each.matches(form))) {
            error(
                    name,
                    "wrong-form",
                    "Elke waarde tussen de komma's past bij %s.".formatted(form),
                    "Each value between the commas matches %s.".formatted(form));
        }
        return chosen;
    }

    /** Yes, no, or null when it does not matter. */
    public Boolean flag(String name, String sent) {
        if (sent != null && !sent.equals("true") && !sent.equals("false")) {
            error(name, "unknown-value", "Kies true of false.", "Choose true or false.");
        }
        return sent == null ? null : Boolean.valueOf(sent);
    }

    /** A part of a text to look for; null for none. That it is not blank, the contract sees to. */
    public String search(String name, String sent, int most) {
        if (sent != null && sent.codePointCount(0, sent.length()) > most) {
            error(name, "too-long", "Hoogstens %d tekens.".formatted(most), "At most %d characters.".formatted(most));
        }
        return sent;
    }

    /** The order: one of the keys, the first when nothing was sent. */
    public Sort sort(String sent, List<String> keys) {
        Sort sort = Sort.of(sent == null ? keys.get(0) : sent);
        if (!keys.contains(sort.key())) {
            error(
                    "sort",
                    "unknown-value",
                    "Kies uit %s; met - ervoor loopt het af.".formatted(String.join(", ", keys)),
                    "Choose one of %s; with - before it the order is descending.".formatted(String.join(", ", keys)));
        }
        return sort;
    }

    /** The page. */
    public Page page(String page, String pageSize) {
        return Page.of(page, pageSize, errors);
    }

    /** Refuses the query with everything that was wrong so far. */
    public void refuseWrong() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static Set<String> listed(String sent) {
        return sent == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(sent.split(COMMA, -1)));
    }

    private void error(String name, String code, String nl, String en) {
        errors.add(InputError.query(name, code, new Text(nl, en)));
    }
}
