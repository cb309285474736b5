package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What is answered with an entity tag. */
public interface Tagged {

    /** The strong tag of this state, quotes included. */
    @JsonIgnore
    String tag();
}
