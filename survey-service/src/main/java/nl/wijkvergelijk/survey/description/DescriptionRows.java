package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.publication.PublishedDescription;
import nl.wijkvergelijk.survey.publication.PublishedRow;
import nl.wijkvergelijk.survey.questionnaire.Section;
import nl.wijkvergelijk.survey.response.PublishedBeside;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Surveyed;

/** Lets the description travel with the answers, and what the municipality said of it; where there is none, why it was not asked. */
@ApplicationScoped
class DescriptionRows implements PublishedBeside {

    private final Profiles profiles;
    private final ObjectMapper json;

    DescriptionRows(Profiles profiles, ObjectMapper json) {
        this.profiles = profiles;
        this.json = json;
    }

    @Override
    public List<PublishedRow> of(List<Surveyed> many) {
        Map<String, Profile> all =
                profiles.of(many.stream().map(Surveyed::found).toList());
        return many.stream()
                .map(each -> row(each.found(), all.get(each.code())))
                .toList();
    }

    private PublishedRow row(Responses.Found found, Profile profile) {
        return new PublishedDescription(
                found.round().id(),
                found.municipality().code(),
                profile.version(),
                profile.language(),
                profile.writtenAt(),
                sections(found, profile).toString(),
                profile.agreement().code(),
                profile.note(),
                profile.onBehalf(),
                profile.at(),
                false);
    }

    @Override
    public List<PublishedRow> withdrawn(Responses.Found found) {
        return List.of(PublishedDescription.withdrawn(
                found.round().id(), found.municipality().code()));
    }

    private ArrayNode sections(Responses.Found found, Profile profile) {
        ArrayNode sections = json.createArrayNode();
        for (Section section : found.questionnaire().sections()) {
            String text = profile.sections().get(section.id());
            if (text != null) {
                sections.addObject()
                        .put("id", section.id())
                        .<ObjectNode>set("title", json.valueToTree(section.title()))
                        .put("text", text)
                        .put("html", profile.html().get(section.id()));
            }
        }
        return sections;
    }
}
