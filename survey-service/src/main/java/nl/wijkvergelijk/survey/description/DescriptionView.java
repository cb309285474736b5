package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.request.Tagged;

/** A description as it is shown: each section as it was written and as HTML. */
public record DescriptionView(
        int version, String language, Instant writtenAt, String author, Map<String, SectionView> sections)
        implements Tagged {

    /** One section. */
    public record SectionView(String text, String html) {}

    static DescriptionView of(Description description) {
        Map<String, SectionView> sections = new LinkedHashMap<>();
        description.sections().forEach((id, text) -> sections.put(id, new SectionView(text, Markdown.html(text))));
        return new DescriptionView(
                description.version(), description.language(), description.writtenAt(), description.author(), sections);
    }

    @Override
    @JsonIgnore
    public String tag() {
        return ETags.strong(version);
    }
}
