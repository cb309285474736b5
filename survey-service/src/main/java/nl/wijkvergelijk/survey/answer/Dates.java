package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date as text: a day, or as much of one as is known (a year, a month), between the years 1000 and 2999. Days that never were are refused. */
final class Dates {
    private static final Pattern PARTIAL = Pattern.compile("([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern DUTCH_ORDER = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([12][0-9]{3})");

    private Dates() {}

    /** A year, month or day; null after adding why not. */
    static String partial(JsonNode node, Refusals refusals) {
        return read(
                node,
                refusals,
                false,
                "Schrijf een jaar (\"2005\"), een maand (\"2005-01\") of een dag (\"2005-01-31\"), tussen aanhalingstekens.",
                "Write a year (\"2005\"), a month (\"2005-01\") or a day (\"2005-01-31\"), between quotation marks.");
    }

    /** A day; null after adding why not. */
    static String day(JsonNode node, Refusals refusals) {
        return read(
                node,
                refusals,
                true,
                "Schrijf een dag als jaar-maand-dag tussen aanhalingstekens, zoals \"2005-01-31\".",
                "Write a day as year-month-day between quotation marks, such as \"2005-01-31\".");
    }

    private static String read(JsonNode node, Refusals refusals, boolean day, String nl, String en) {
        Matcher matcher = PARTIAL.matcher(node.isTextual() ? node.textValue() : "");
        if (!matcher.matches() || day && matcher.group(3) == null) {
            Matcher dutch = DUTCH_ORDER.matcher(node.isTextual() ? node.textValue() : "");
            if (dutch.matches()) {
                String turned = "%s-%2s-%2s"
                        .formatted(dutch.group(3), dutch.group(2), dutch.group(1))
                        .replace(' ', '0');
                refusals.add(
                        "bad-date", nl + " Bedoelt u \"" + turned + "\"?", en + " Do you mean \"" + turned + "\"?");
            } else {
                refusals.add("bad-date", nl, en);
            }
            return null;
        }
        if (!exists(matcher)) {
            refusals.add(
                    "bad-date",
                    Echo.of(node.textValue()) + " staat niet in de kalender: die dag of maand bestaat niet.",
                    Echo.of(node.textValue()) + " is not in the calendar: there is no such day or month.");
            return null;
        }
        return node.textValue();
    }

    private static boolean exists(Matcher date) {
        int month = date.group(2) == null ? 1 : Integer.parseInt(date.group(2));
        int day = date.group(3) == null ? 1 : Integer.parseInt(date.group(3));
        try {
            LocalDate.of(Integer.parseInt(date.group(1)), month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
