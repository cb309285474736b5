package nl.wijkvergelijk.comparison.table;

import java.util.List;

/** One municipality and its cells, in the order of the columns. */
public record Row(String code, String name, List<Cell> cells) {

    /** The same with all cells made. */
    Row made() {
        return new Row(code, name, List.copyOf(cells));
    }
}
