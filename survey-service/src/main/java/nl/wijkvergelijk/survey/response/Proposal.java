package nl.wijkvergelijk.survey.response;

import java.util.Collection;
import nl.wijkvergelijk.survey.answer.Answers;

/**
 * Answers about to be saved: read, and nothing against them.
 *
 * @param isFirst whether there is no revision yet; the first save is one even when it says nothing
 * @param restored the revision they are taken from again; null when they were sent
 */
record Proposal(Answers before, Answers after, boolean isFirst, Integer restored, String reason, String onBehalf) {

    /** The questions whose answers would be other than they are. */
    Collection<String> changed() {
        return after.changesFrom(before);
    }

    /** Whether saving it makes a revision. */
    boolean isRevision() {
        return isFirst || !changed().isEmpty();
    }
}
