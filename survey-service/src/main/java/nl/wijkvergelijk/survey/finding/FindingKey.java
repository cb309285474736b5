package nl.wijkvergelijk.survey.finding;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Which finding: its id in its round. */
@Embeddable
record FindingKey(String round, String id) implements Serializable {}
