package nl.wijkvergelijk.survey.group;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.publication.Publishable;

/** One group of a round. */
@Entity
@Table(schema = "survey", name = "municipality_group")
class MunicipalityGroup extends Publishable {

    @EmbeddedId
    private GroupKey key;

    protected MunicipalityGroup() {}

    MunicipalityGroup(GroupKey key) {
        this.key = key;
    }

    @Override
    protected Event.Subject subject() {
        return Event.Subject.GROUP;
    }

    @Override
    public String round() {
        return key.round();
    }

    @Override
    public String id() {
        return key.id();
    }
}
