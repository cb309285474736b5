package nl.wijkvergelijk.comparison.table;

import java.util.List;

/** Who is ranked and summarised together: kind {@code round} is everybody in it; members are codes, by name. */
public record Group(String kind, int size, List<String> members) {

    /** The whole round. */
    static Group round(List<String> members) {
        return new Group("round", members.size(), List.copyOf(members));
    }
}
