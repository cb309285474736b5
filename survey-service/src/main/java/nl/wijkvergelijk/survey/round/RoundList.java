package nl.wijkvergelijk.survey.round;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of rounds. */
record RoundList(List<RoundView> rounds, long total, Page page) implements Paged {}
