package nl.wijkvergelijk.survey.rating;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Whose ballot in which round. */
@Embeddable
record BallotKey(String round, String rater) implements Serializable {}
