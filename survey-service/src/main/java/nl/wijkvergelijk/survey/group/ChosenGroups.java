package nl.wijkvergelijk.survey.group;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.PublishedGroup;

/** Groups that are to become public together, or to be taken back. */
public final class ChosenGroups {

    private final List<MunicipalityGroup> groups;
    private final Function<MunicipalityGroup, GroupContent> content;

    ChosenGroups(List<MunicipalityGroup> groups, Function<MunicipalityGroup, GroupContent> content) {
        this.groups = groups;
        this.content = content;
    }

    /** No groups at all. */
    public static ChosenGroups none() {
        return new ChosenGroups(List.of(), group -> null);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** The latest earlier publication that these replace something of. */
    public Optional<Long> corrects() {
        return groups.stream()
                .filter(MunicipalityGroup::isDraft)
                .map(MunicipalityGroup::publishedSequence)
                .filter(Objects::nonNull)
                .max(Long::compare);
    }

    /** The rows to publish. */
    public List<PublishedGroup> rows() {
        return groups.stream().map(this::row).toList();
    }

    private PublishedGroup row(MunicipalityGroup group) {
        if (group.isWithdrawn()) {
            return PublishedGroup.withdrawn(group.key().round(), group.key().id());
        }
        GroupContent is = content.apply(group);
        GroupContent.Description description = is.description();
        return new PublishedGroup(
                group.key().round(),
                group.key().id(),
                is.name().text(),
                description == null ? null : new Text(description.nl(), description.en()),
                is.source(),
                is.municipalities(),
                false);
    }

    /** Makes each remember that it is public now, or no longer. */
    public void published(long sequence, Act act, History history) {
        for (MunicipalityGroup group : groups) {
            group.published(sequence, act, history);
            Constraints.keep(group);
        }
    }

    /** Refuses what is public, or taken back, as it is. */
    public void refuseUnlessPossible() {
        List<Map<String, Object>> unchanged = groups.stream()
                .filter(group -> !group.isDraft())
                .map(group -> Map.<String, Object>of(
                        "code",
                        group.state(),
                        "questions",
                        List.of(),
                        "detail",
                        new Text(
                                "%s is al %s."
                                        .formatted(
                                                group.key().id(),
                                                group.state().equals(MunicipalityGroup.PUBLISHED)
                                                        ? "gepubliceerd"
                                                        : "ingetrokken"),
                                "%s is %s already.".formatted(group.key().id(), group.state()))))
                .toList();
        if (!unchanged.isEmpty()) {
            throw new ProblemException(
                            SurveyProblem.TRANSITION_NOT_POSSIBLE,
                            new Text(
                                    "Niets is gepubliceerd: niet alle groepen zijn anders dan wat openbaar is.",
                                    "Nothing was published: not all of the groups differ from what is public."))
                    .member("blocking", unchanged);
        }
    }
}
