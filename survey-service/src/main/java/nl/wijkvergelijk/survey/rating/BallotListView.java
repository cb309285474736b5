package nl.wijkvergelijk.survey.rating;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/**
 * A page of the ballots of a session, as far as the reader may see them.
 *
 * @param waitingFor the municipalities that may still rate, for researchers; null for others
 */
record BallotListView(
        String round, String state, List<BallotView> ballots, List<String> waitingFor, long total, Page page)
        implements Paged {}
