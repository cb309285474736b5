package nl.wijkvergelijk.comparison.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.published.DescriptionText;
import nl.wijkvergelijk.http.Language;

/**
 * What researchers wrote about a municipality, and what it said of that.
 *
 * @param version of the text; absent with language and instant where none was written
 * @param agreement absent when the description was withdrawn
 */
record DescriptionView(
        Integer version,
        String language,
        String writtenAt,
        List<Section> sections,
        Agreement agreement,
        boolean withdrawn) {

    /** A section in the language of the description, under its title in the language asked for. */
    record Section(String id, String title, String text, String html) {}

    /**
     * What the municipality said.
     *
     * @param note its dissent, as it wrote it
     * @param why somebody else answered in its place, or approved without its answer
     */
    record Agreement(String outcome, String note, String why, String answeredAt) {}

    static DescriptionView of(DescriptionText text, Language language) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : text.sections()) {
            sections.add(new Section(
                    section.path("id").asText(),
                    section.path("title").path(language.code()).asText(),
                    section.path("text").asText(),
                    section.path("html").asText()));
        }
        return new DescriptionView(
                text.version(),
                text.language(),
                at(text.writtenAt()),
                sections,
                text.agreement() == null
                        ? null
                        : new Agreement(text.agreement(), text.note(), text.why(), at(text.answeredAt())),
                text.withdrawn());
    }

    private static String at(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
