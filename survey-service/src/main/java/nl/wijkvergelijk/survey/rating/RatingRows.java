package nl.wijkvergelijk.survey.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import nl.wijkvergelijk.survey.publication.PublishedRating;

/** A session as the rows that are published: one per scale, reading and municipality; none of a scale without totals. */
final class RatingRows {

    private RatingRows() {}

    static List<PublishedRating> of(
            String round, RatingSessionWrite session, Map<String, Readings> totals, ToIntFunction<String> raters) {
        List<PublishedRating> rows = new ArrayList<>();
        for (Scale scale : session.scales()) {
            List<Reading> readings =
                    totals.containsKey(scale.id()) ? totals.get(scale.id()).readings() : List.of();
            for (int i = 0; i < readings.size(); i++) {
                Reading reading = readings.get(i);
                for (String item : session.items()) {
                    rows.add(new PublishedRating(
                            round,
                            scale.id(),
                            i + 1,
                            item,
                            reading.totals().get(item),
                            reading.chosen(),
                            raters.applyAsInt(scale.id()),
                            session.items().size(),
                            session.kind().code(),
                            session.pointsMin(),
                            session.pointsMax(),
                            reading.evidence().toString()));
                }
            }
        }
        return rows;
    }
}
