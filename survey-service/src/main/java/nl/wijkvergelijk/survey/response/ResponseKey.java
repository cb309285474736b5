package nl.wijkvergelijk.survey.response;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Which response: the municipality in the round. */
@Embeddable
public record ResponseKey(String round, String municipality) implements Serializable {}
