package nl.wijkvergelijk.survey.response;

import java.util.Collection;
import java.util.Set;

/** What happened to responses that whoever asks may not know of, because it is about drafts of researchers. */
public interface OutOfSight {

    /** The numbers of those events; none for who may see everything. */
    Set<Long> of(String round, Collection<String> municipalities);
}
