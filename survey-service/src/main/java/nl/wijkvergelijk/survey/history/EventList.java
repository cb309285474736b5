package nl.wijkvergelijk.survey.history;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of what happened. */
public record EventList(List<EventView> events, long total, Page page) implements Paged {}
