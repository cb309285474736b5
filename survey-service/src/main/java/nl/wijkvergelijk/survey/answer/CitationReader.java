package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Reads which evidence an answer cites, and where in it. */
final class CitationReader {
    static final int ID = 60;
    static final int PLACE = 100;
    private static final List<String> IN_A_DOCUMENT = List.of("section", "page");
    static final List<String> LOCATORS = List.of("section", "page", "moment");
    private static final Set<String> MEMBERS = Set.of("evidence", "section", "page", "moment");

    private CitationReader() {}

    /** The citation, or null after adding why not. */
    static Evidence.Citation read(JsonNode node, Sources sources, Refusals refusals) {
        Members members = Members.of(node, MEMBERS, refusals).orElse(null);
        if (members == null) {
            return null;
        }
        String id = members.requiredText("evidence", ID);
        Source source = id == null ? null : sources.find(id).orElse(null);
        if (id != null && source == null) {
            members.at("evidence")
                    .add(
                            "unknown-evidence",
                            "Bij deze gemeente is in deze ronde geen bron %s vastgelegd. Leg de bron eerst vast (POST …/evidence)."
                                    .formatted(Echo.of(id)),
                            "This municipality has no evidence %s on file in this round. File it first (POST …/evidence)."
                                    .formatted(Echo.of(id)));
        }
        checkPlace(members, source);
        return citation(members, id);
    }

    /**
     * Evidence as it was stored: a citation, or the document or interview itself as answers named it before evidence was filed. What it cites was there then,
     * and evidence is never deleted.
     */
    static Evidence stored(JsonNode node, Refusals refusals) {
        if (!node.has("evidence")) {
            return EvidenceReader.read(node, refusals);
        }
        Members members = Members.of(node, MEMBERS, refusals).orElse(null);
        return members == null ? null : citation(members, members.requiredText("evidence", ID));
    }

    private static Evidence.Citation citation(Members members, String id) {
        String locator = LOCATORS.stream().filter(members::sent).findFirst().orElse(null);
        String place = locator == null ? null : members.text(locator, PLACE);
        return id == null || locator != null && place == null ? null : new Evidence.Citation(id, locator, place);
    }

    private static void checkPlace(Members members, Source source) {
        if (source instanceof Source.Interview interview) {
            checkInterview(members, interview);
            return;
        }
        List<String> sent = LOCATORS.stream().filter(members::sent).toList();
        if (source instanceof Source.Document && members.sent("moment")) {
            members.at("moment")
                    .add(
                            "unknown-member",
                            "Een document heeft geen moment; noem de paragraaf (\"section\") of de bladzijde (\"page\").",
                            "A document has no moment; name the \"section\" or the \"page\".");
        } else if (sent.size() > 1 || source instanceof Source.Document && sent.isEmpty()) {
            members.refusals()
                    .add(
                            "required",
                            "Noem de paragraaf (\"section\") of de bladzijde (\"page\"), een van de twee.",
                            "Name the \"section\" or the \"page\", one of the two.");
        }
    }

    private static void checkInterview(Members members, Source.Interview interview) {
        for (String locator : IN_A_DOCUMENT) {
            if (members.sent(locator)) {
                members.at(locator)
                        .add(
                                "unknown-member",
                                "Een interview heeft geen paragraaf of bladzijde; noem zo nodig het moment (\"moment\").",
                                "An interview has no section or page; name the \"moment\" if need be.");
            }
        }
        if (!interview.held()) {
            members.at("evidence")
                    .add(
                            "not-held",
                            "Dit gesprek is niet gevoerd; er is niets uit aan te halen.",
                            "This interview was not held; there is nothing in it to cite.");
        }
    }
}
