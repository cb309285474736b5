package nl.wijkvergelijk.survey.group;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.request.Tagged;

/** A group as it is shown to researchers. */
record GroupView(
        String round,
        String id,
        Text name,
        Text description,
        String source,
        List<String> municipalities,
        String state,
        boolean withdrawn,
        int revision,
        Published published,
        @JsonIgnore String tag)
        implements Tagged {

    record Published(int revision, long sequence) {}

    static GroupView of(MunicipalityGroup group, GroupContent content) {
        GroupContent.Description description = content.description();
        return new GroupView(
                group.round(),
                group.id(),
                content.name().text(),
                description == null ? null : new Text(description.nl(), description.en()),
                content.source(),
                content.municipalities(),
                group.state(),
                group.isWithdrawn(),
                group.revision(),
                group.publishedSequence() == null
                        ? null
                        : new Published(group.publishedRevision(), group.publishedSequence()),
                group.tag());
    }
}
