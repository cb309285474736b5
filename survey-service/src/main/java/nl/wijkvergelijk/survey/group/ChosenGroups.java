package nl.wijkvergelijk.survey.group;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.publication.Chosen;
import nl.wijkvergelijk.survey.publication.PublishedGroup;

/** Groups that are to become public together, or to be taken back. */
public final class ChosenGroups extends Chosen<MunicipalityGroup> {

    private final Function<MunicipalityGroup, GroupContent> content;

    ChosenGroups(List<MunicipalityGroup> groups, Function<MunicipalityGroup, GroupContent> content) {
        super(groups);
        this.content = content;
    }

    /** No groups at all. */
    public static ChosenGroups none() {
        return new ChosenGroups(List.of(), group -> null);
    }

    /** The rows to publish. */
    public List<PublishedGroup> rows() {
        return chosen().stream().map(this::row).toList();
    }

    private PublishedGroup row(MunicipalityGroup group) {
        if (group.isWithdrawn()) {
            return PublishedGroup.withdrawn(group.round(), group.id());
        }
        GroupContent is = content.apply(group);
        GroupContent.Description description = is.description();
        return new PublishedGroup(
                group.round(),
                group.id(),
                is.name().text(),
                description == null ? null : new Text(description.nl(), description.en()),
                is.source(),
                is.municipalities(),
                false);
    }

    /** Refuses what is public, or taken back, as it is. */
    public void refuseUnlessPossible() {
        List<Map<String, Object>> unchanged = unchanged();
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
