package nl.wijkvergelijk.comparison.asked;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Reads query parameters one after the other and keeps what is wrong with them, so that all of it can be said at once. */
public final class QueryReader {

    private final List<InputError> errors = new ArrayList<>();

    /** A comma-separated list of things that must be known; empty when not given. Refuses empty, unknown, repeated and too many values. */
    public List<String> list(String name, String raw, Collection<String> known, int limit) {
        if (raw == null) {
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (String value : raw.split(",", -1)) {
            if (!known.contains(value)) {
                error(
                        name,
                        "unknown-value",
                        "'%s' bestaat hier niet.".formatted(value) + some(" Wel: ", known),
                        "There is no '%s' here.".formatted(value) + some(" There are: ", known));
            } else if (!values.add(value)) {
                error(
                        name,
                        "duplicate",
                        "'%s' staat er dubbel.".formatted(value),
                        "'%s' is given twice.".formatted(value));
            }
            if (errors.size() > 100) {
                break;
            }
        }
        if (values.size() > limit) {
            error(
                    name,
                    "too-many",
                    "Vraag er hoogstens %d tegelijk.".formatted(limit),
                    "Ask for at most %d at once.".formatted(limit));
        }
        return List.copyOf(values);
    }

    /** A whole number between 1 and the limit; empty when not given. */
    public OptionalLong number(String name, String raw, long limit) {
        if (raw == null) {
            return OptionalLong.empty();
        }
        if (raw.matches("[1-9][0-9]{0,17}") && Long.parseLong(raw) <= limit) {
            return OptionalLong.of(Long.parseLong(raw));
        }
        error(
                name,
                "not-a-number",
                "Geef een geheel getal van 1 tot en met %d.".formatted(limit),
                "Give a whole number from 1 to %d.".formatted(limit));
        return OptionalLong.empty();
    }

    /** Refuses a {@code format=} that is not offered. */
    public void format(String raw, List<Format> offered) {
        List<String> codes = offered.stream().map(Format::code).toList();
        if (raw != null && !codes.contains(raw)) {
            String some = String.join(", ", codes.subList(0, codes.size() - 1));
            String last = codes.get(codes.size() - 1);
            error(
                    "format",
                    "unknown-option",
                    "Kies %s of %s.".formatted(some, last),
                    "Choose %s or %s.".formatted(some, last));
        }
    }

    /** Refuses a shape that is not there, and any for an answer that is no CSV. */
    public void shape(CsvShape shape, Format format) {
        if (shape.layout() != null
                && !shape.layout().equals("flat")
                && !shape.layout().equals("wide")) {
            error("layout", "unknown-option", "Kies flat of wide.", "Choose flat or wide.");
        }
        if (shape.bom() != null && !shape.bom().equals("true") && !shape.bom().equals("false")) {
            error("bom", "unknown-option", "Kies true of false.", "Choose true or false.");
        }
        shape.parameters().forEach((name, value) -> {
            if (value != null && format != Format.CSV) {
                error(
                        name,
                        "not-with-format",
                        "'%s' is er alleen bij format=csv.".formatted(name),
                        "'%s' goes with format=csv only.".formatted(name));
            }
        });
    }

    /** Remembers an error in a parameter. */
    public void error(String name, String code, String nl, String en) {
        errors.add(InputError.query(name, code, new Text(nl, en)));
    }

    /** Ends the request when anything was wrong. */
    public void refuseErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static String some(String lead, Collection<String> known) {
        int shown = 20;
        if (known.isEmpty()) {
            return "";
        }
        String more = known.size() > shown ? ", …" : "";
        return lead + String.join(", ", known.stream().limit(shown).toList()) + more + ".";
    }
}
