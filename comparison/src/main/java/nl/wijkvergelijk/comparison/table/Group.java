package nl.wijkvergelijk.comparison.table;

import java.util.List;
import nl.wijkvergelijk.comparison.dataset.NamedGroup;
import nl.wijkvergelijk.comparison.definitions.Lack;

/**
 * Who is ranked and summarised together: kind {@code round} is everybody in it, {@code peers} a municipality and those nearest to it by
 * residents, {@code size-class} those of one size, {@code named} those that somebody put together; members are codes, by name. {@code bySize} says how it was
 * chosen by residents, {@code named} who put it together; each is null for other kinds.
 */
public record Group(String kind, int size, List<String> members, BySize bySize, Named named) {

    /**
     * How a group was chosen by residents. {@code of} is whose peers they are, else null; {@code sizeClass} likewise. {@code chosen} are the
     * members, of peers the nearest first; {@code uncertain} are those, in the group or not, whose residents can lie both in the class and
     * outside it (none with peers); {@code without} are those in the round that cannot be placed, and why.
     */
    public record BySize(
            String of, SizeClass sizeClass, List<Sized> chosen, List<Sized> uncertain, List<Unplaced> without) {}

    /**
     * A municipality with its residents, and low and high where those are not exact. {@code distance} is how far a peer is: the natural
     * logarithm of the larger number divided by the smaller, 0 for equal; null where distance chose nobody.
     */
    public record Sized(String municipality, Double residents, Double low, Double high, Double distance) {}

    /** A municipality that has no number of residents to choose by. */
    public record Unplaced(String municipality, Lack lack) {}

    /** A named group; {@code without} are the codes of those in it that have no figure in the round, and so are no members here. */
    public record Named(NamedGroup group, List<String> without) {}

    /** The whole round. */
    static Group round(List<String> members) {
        return new Group("round", members.size(), List.copyOf(members), null, null);
    }
}
