package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a statement comes from. */
public sealed interface Evidence {

    /** The evidence as it travels; a document or an interview is published so too, a citation as what it stands for. */
    ObjectNode toJson();

    /**
     * A place in a document.
     *
     * @param publisher null when it has none
     * @param date the year, month or day of publication; null when it has none
     * @param locator {@code section} or {@code page}
     * @param place the section or page, as the document numbers it
     */
    record Document(String title, String publisher, String date, String locator, String place) implements Evidence {
        @Override
        public ObjectNode toJson() {
            ObjectNode node = Json.object();
            ObjectNode document = node.putObject("document").put("title", title);
            Json.put(document, "publisher", publisher);
            Json.put(document, "date", date);
            return node.put(locator, place);
        }
    }

    /**
     * A place in evidence of the same response.
     *
     * @param evidence the id of the evidence
     * @param locator {@code section}, {@code page} or {@code moment}; null when an interview is cited as a whole
     * @param place null exactly when there is no locator
     */
    record Citation(String evidence, String locator, String place) implements Evidence {
        @Override
        public ObjectNode toJson() {
            ObjectNode node = Json.object().put("evidence", evidence);
            return locator == null ? node : node.put(locator, place);
        }
    }

    /** An interview, by the group that was spoken with and the date, null when unknown; never a name. */
    record Interview(String group, String date) implements Evidence {
        @Override
        public ObjectNode toJson() {
            ObjectNode node = Json.object();
            Json.put(node.putObject("interview").put("group", group), "date", date);
            return node;
        }
    }
}
