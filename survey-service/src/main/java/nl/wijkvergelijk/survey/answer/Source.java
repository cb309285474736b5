package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A piece of evidence that answers can cite, as the public reads it. */
public sealed interface Source {

    /** What is published where an answer cites a place in it. */
    ObjectNode published(Evidence.Citation citation);

    /**
     * A document.
     *
     * @param publisher null when it has none
     * @param date null when it has none
     * @param placed whether the public reads the section or page too
     */
    record Document(String title, String publisher, String date, boolean placed) implements Source {
        @Override
        public ObjectNode published(Evidence.Citation citation) {
            ObjectNode whole =
                    new Evidence.Document(title, publisher, date, citation.locator(), citation.place()).toJson();
            return placed ? whole : whole.retain("document");
        }
    }

    /**
     * An interview. Which moment of it was cited stays inside.
     *
     * @param date null when unknown
     * @param held false when it never took place, so that there is nothing to cite
     */
    record Interview(String group, String date, boolean held) implements Source {
        @Override
        public ObjectNode published(Evidence.Citation citation) {
            return new Evidence.Interview(group, date).toJson();
        }
    }
}
