package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a statement comes from. */
public sealed interface Evidence {

    /** The evidence as it travels and as it is published. */
    ObjectNode toJson();

    /**
     * A place in a document.
     *
     * @param locator {@code section} or {@code page}
     * @param place the section or page, as the document numbers it
     */
    record Document(String title, String publisher, String date, String locator, String place) implements Evidence {
        @Override
        public ObjectNode toJson() {
            ObjectNode node = Json.object();
            node.putObject("document")
                    .put("title", title)
                    .put("publisher", publisher)
                    .put("date", date);
            return node.put(locator, place);
        }
    }

    /** An interview, by the group that was spoken with and the date; never a name. */
    record Interview(String group, String date) implements Evidence {
        @Override
        public ObjectNode toJson() {
            ObjectNode node = Json.object();
            node.putObject("interview").put("group", group).put("date", date);
            return node;
        }
    }
}
