package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.publication.PublishedBallot;
import nl.wijkvergelijk.survey.publication.PublishedRow;

/**
 * What a session comes to: the totals that were entered, or else what its ballots come to. A total then adds up the ballots that are complete on its scale, so that every municipality is rated by as many and totals can be compared;
 * a scale without a complete ballot has no totals. Incomplete ballots stay visible as they are.
 */
record Count(RatingSessionWrite session, Map<String, Readings> entered, List<Ratings> ballots) {

    /** The totals by scale; empty when there is nothing to add up. */
    Map<String, Readings> totals() {
        Map<String, Readings> totals = new LinkedHashMap<>(entered);
        for (Scale scale : session.scales()) {
            List<Ratings> complete = complete(scale.id());
            if (!complete.isEmpty()) {
                Map<String, BigDecimal> sums = new LinkedHashMap<>();
                for (String item : session.items()) {
                    sums.put(
                            item,
                            complete.stream()
                                    .map(ballot -> ballot.on(scale.id()).get(item))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
                }
                totals.put(
                        scale.id(),
                        new Readings(List.of(new Reading(true, JsonNodeFactory.instance.arrayNode(), sums))));
            }
        }
        return totals;
    }

    /** How many raters the totals of a scale add up. */
    int raters(String scale) {
        return entered.isEmpty() ? complete(scale).size() : session.raters();
    }

    /** All of it, as it becomes public. */
    List<PublishedRow> rows(String round) {
        List<PublishedRow> rows = new ArrayList<>(RatingRows.of(round, session, totals(), this::raters));
        for (Ratings ballot : ballots) {
            ballot.byScale()
                    .forEach((scale, ratings) -> ratings.forEach((item, rating) ->
                            rows.add(new PublishedBallot(round, scale, ballot.rater(), item, rating))));
        }
        return rows;
    }

    private List<Ratings> complete(String scale) {
        return ballots.stream()
                .filter(ballot -> ballot.lacking(scale, session.items()).isEmpty())
                .toList();
    }
}
