package nl.wijkvergelijk.survey.finding;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.publication.Publishable;

/** One finding of a round. */
@Entity
@Table(schema = "survey", name = "finding")
class Finding extends Publishable {

    @EmbeddedId
    private FindingKey key;

    protected Finding() {}

    Finding(FindingKey key) {
        this.key = key;
    }

    @Override
    protected Event.Subject subject() {
        return Event.Subject.FINDING;
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
