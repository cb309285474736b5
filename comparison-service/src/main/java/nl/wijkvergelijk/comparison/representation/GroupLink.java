package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.dataset.Dataset;

/** Says of an answer among a named group where it stands who is in it, and who of those has no figure. */
public final class GroupLink {

    private GroupLink() {}

    /** A value of {@code Link}; the groups of the same version of the round. */
    public static String of(Dataset dataset, String round) {
        return "</v1/rounds/%s/groups?dataset=%d>; rel=\"describedby\"".formatted(round, dataset.version(round));
    }
}
