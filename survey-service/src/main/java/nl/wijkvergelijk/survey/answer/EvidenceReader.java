package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Reads where a statement comes from: a document with a section or a page, or an interview with a group on a date. */
final class EvidenceReader {
    private static final int LOCATOR = 100;
    private static final Set<String> MEMBERS = Set.of("document", "section", "page", "interview");
    private static final Set<String> DOCUMENT = Set.of("title", "publisher", "date");
    private static final Set<String> INTERVIEW = Set.of("group", "date");

    private EvidenceReader() {}

    /** The evidence, or null after adding why not. */
    static Evidence read(JsonNode node, Refusals refusals) {
        Members members = Members.of(node, MEMBERS, refusals).orElse(null);
        if (members == null) {
            return null;
        }
        if (members.sent("document") == members.sent("interview")) {
            refusals.add(
                    "required",
                    "Noem een \"document\" of een \"interview\", een van de twee.",
                    "Name a \"document\" or an \"interview\", one of the two.");
            return null;
        }
        return members.sent("document") ? document(members) : interview(members);
    }

    private static Evidence document(Members members) {
        if (members.sent("section") == members.sent("page")) {
            members.refusals()
                    .add(
                            "required",
                            "Noem de paragraaf (\"section\") of de bladzijde (\"page\"), een van de twee.",
                            "Name the \"section\" or the \"page\", one of the two.");
        }
        String locator = members.sent("section") ? "section" : "page";
        String place = members.text(locator, LOCATOR);
        Members document = inner(members, "document", DOCUMENT);
        if (document == null) {
            return null;
        }
        String title = document.requiredText("title", Texts.NAME);
        String publisher = document.text("publisher", Texts.NAME);
        String date = date(document);
        return title == null || place == null ? null : new Evidence.Document(title, publisher, date, locator, place);
    }

    private static Evidence interview(Members members) {
        for (String locator : new String[] {"section", "page"}) {
            if (members.sent(locator)) {
                members.at(locator)
                        .add(
                                "unknown-member",
                                "Een interview heeft geen paragraaf of bladzijde.",
                                "An interview has no section or page.");
            }
        }
        Members interview = inner(members, "interview", INTERVIEW);
        if (interview == null) {
            return null;
        }
        String group = interview.requiredText("group", Texts.NAME);
        String date = date(interview);
        return group == null ? null : new Evidence.Interview(group, date);
    }

    private static Members inner(Members members, String name, Set<String> declared) {
        JsonNode node = members.get(name);
        return node == null
                ? null
                : Members.of(node, declared, members.at(name)).orElse(null);
    }

    private static String date(Members members) {
        JsonNode date = members.get("date");
        return date == null ? null : Dates.partial(date, members.at("date"));
    }
}
