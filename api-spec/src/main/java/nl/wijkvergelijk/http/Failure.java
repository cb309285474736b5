package nl.wijkvergelijk.http;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What is logged of a failure that nobody foresaw: which exceptions, and where in the code. Not what they say: that may be somebody's text, name or address. */
public final class Failure {

    /** A chain can lead back into itself. */
    private static final int LONGEST_CHAIN = 20;

    private static final int MOST_CAUSES = 10;
    private static final int MOST_FRAMES = 40;

    private Failure() {}

    /** The failure itself, what caused it, and so on. */
    public static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN);
    }

    /** Each exception of the chain on a line, with its SQLSTATE if it has one, and below it where it was thrown. */
    public static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        causes(thrown).limit(MOST_CAUSES).forEach(cause -> {
            text.append('\n').append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
            }
            Stream.of(cause.getStackTrace()).limit(MOST_FRAMES).forEach(frame -> text.append("\n\tat ")
                    .append(frame));
        });
        return text.toString();
    }

    /** The exception at the bottom of the chain, by its class alone. */
    public static String root(Throwable thrown) {
        return causes(thrown)
                .limit(MOST_CAUSES)
                .reduce((first, second) -> second)
                .map(cause -> cause.getClass().getName())
                .orElse("");
    }
}
