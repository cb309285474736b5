package nl.wijkvergelijk.http;

import java.util.Locale;

/** A kind of problem in the catalogue (problems.md): RFC 9457's {@code type}, {@code title} and {@code status}. Ids are kebab-case and never reused. */
public interface ProblemType {

    /** The last segment of the type URI {@code /v1/problems/<id>}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the constant in its catalogue, an enum. */
    String name();

    /** The HTTP status it is answered with. */
    int status();

    /** The same short title for every occurrence. */
    Text title();
}
