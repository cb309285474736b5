package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A part of a list; the header {@code Link} leads to the other parts (RFC 8288). */
public interface Paged {

    /** How many items the whole list has. */
    long total();

    /** The part that this is. */
    @JsonIgnore
    Page page();
}
