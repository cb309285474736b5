package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ballots of a session, opened. Who may look inside is not asked here. */
@ApplicationScoped
class BallotBox {

    private static final TypeReference<LinkedHashMap<String, LinkedHashMap<String, BigDecimal>>> RATINGS =
            new TypeReference<>() {};

    private final ObjectMapper json;

    BallotBox(ObjectMapper json) {
        this.json = json;
    }

    /** All, in the order of the raters' codes. */
    List<Ballot> all(String round) {
        return Ballot.list("key.round = ?1 order by key.rater", round);
    }

    /** What stands on those that say something. */
    List<Ratings> cast(String round) {
        return all(round).stream()
                .map(this::open)
                .filter(ratings -> !ratings.isEmpty())
                .toList();
    }

    Ratings open(Ballot ballot) {
        try {
            Map<String, ? extends Map<String, BigDecimal>> read = json.readValue(ballot.ratings(), RATINGS);
            return new Ratings(ballot.rater(), new LinkedHashMap<>(read));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
