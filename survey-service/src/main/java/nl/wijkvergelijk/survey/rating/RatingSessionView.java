package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.request.Tagged;

/** A rating session as it is shown. */
record RatingSessionView(
        String round,
        RatingKind kind,
        List<String> items,
        int raters,
        BigDecimal pointsMin,
        BigDecimal pointsMax,
        int decimals,
        List<Scale> scales,
        String state,
        int revision,
        Published published,
        Map<String, Readings> totals,
        @JsonIgnore String tag)
        implements Tagged {

    record Published(int revision, long sequence) {}

    static RatingSessionView of(
            String round, RatingSession session, RatingSessionWrite definition, Map<String, Readings> totals) {
        return new RatingSessionView(
                round,
                definition.kind(),
                definition.items(),
                definition.raters(),
                definition.pointsMin(),
                definition.pointsMax(),
                definition.decimals(),
                definition.scales(),
                session.state(),
                session.revision(),
                session.publishedSequence() == null
                        ? null
                        : new Published(session.publishedRevision(), session.publishedSequence()),
                totals,
                session.tag());
    }
}
