package nl.wijkvergelijk.survey.group;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Which group: its id in its round. */
@Embeddable
record GroupKey(String round, String id) implements Serializable {}
