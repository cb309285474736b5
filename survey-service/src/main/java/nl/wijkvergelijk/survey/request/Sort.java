package nl.wijkvergelijk.survey.request;

import java.util.Comparator;

/** The order of a list: by one key, from the last to the first when descending. */
public record Sort(String key, boolean descending) {

    private static final String DOWN = "-";

    static Sort of(String sent) {
        boolean descending = sent.startsWith(DOWN);
        return new Sort(descending ? sent.substring(DOWN.length()) : sent, descending);
    }

    /** The given order, or the other way round. */
    public <T> Comparator<T> directed(Comparator<T> ascending) {
        return descending ? ascending.reversed() : ascending;
    }
}
