package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a feature would rather not see published, unless a researcher says why. Every bean of this type is asked for the checklist; the rules on the answers are there anyway. */
public interface WarningCheck {

    /** What is not as it should be, at most one of each code; empty when all is. The detail must name what it is about: a pass holds only for exactly that. */
    List<Blocker> warnings(Responses.Found found);

    /** The same for many of one round, by municipality. Whoever has to look it up does so for all with one statement. */
    default Map<String, List<Blocker>> warnings(List<Responses.Found> many) {
        return many.stream()
                .collect(Collectors.toMap(found -> found.municipality().code(), this::warnings));
    }
}
