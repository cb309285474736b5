package nl.wijkvergelijk.survey.checklist;

import java.util.List;
import nl.wijkvergelijk.survey.response.State;

/**
 * What stands between a response and its publication.
 *
 * @param ready whether nothing does
 * @param items errors first
 */
record ChecklistView(int revision, State state, boolean ready, List<Item> items) {}
