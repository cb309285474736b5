package nl.wijkvergelijk.comparison.session;

import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.rating.BlockConcordance;
import nl.wijkvergelijk.comparison.table.Agreement;
import nl.wijkvergelijk.http.Text;

/** One scale of a session; municipalities by name. What is empty or has no entries is explained in {@code absent}. */
public record ScaleResults(
        RatingScale scale,
        Text label,
        Optional<Indicator> indicator,
        List<RatedMunicipality> municipalities,
        Optional<SelfRating> selfRating,
        Optional<Agreement> agreement,
        Optional<BlockConcordance> agreementExcludingSelf,
        List<RaterPair> raterPairs,
        Optional<MeanCorrelation> meanCorrelation,
        List<Remark> assumptions,
        List<Absent> absent) {}
