package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.request.Tagged;

/**
 * A ballot as it is shown: to whom may not look inside, without ratings.
 *
 * @param complete whether every municipality is rated on every scale
 * @param onBehalf why a researcher put it; null when the municipality did
 */
record BallotView(
        String round,
        String municipality,
        int revision,
        Instant savedAt,
        String author,
        String onBehalf,
        boolean complete,
        Map<String, OnScale> scales,
        @JsonIgnore String tag)
        implements Tagged {

    /**
     * One scale of it.
     *
     * @param lacking the municipalities that are not rated
     * @param ratings null when the reader may not look inside
     */
    record OnScale(boolean complete, List<String> lacking, Map<String, BigDecimal> ratings) {}

    static BallotView of(String round, Ballot ballot, Ratings ratings, RatingSessionWrite session, boolean isOpened) {
        Map<String, OnScale> scales = new LinkedHashMap<>();
        for (Scale scale : session.scales()) {
            List<String> lacking = ratings.lacking(scale.id(), session.items());
            scales.put(scale.id(), new OnScale(lacking.isEmpty(), lacking, isOpened ? ratings.on(scale.id()) : null));
        }
        return new BallotView(
                round,
                ballot.rater(),
                ballot.revision(),
                ballot.savedAt(),
                ballot.author(),
                ballot.onBehalf(),
                scales.values().stream().allMatch(OnScale::complete),
                scales,
                ballot.tag());
    }
}
