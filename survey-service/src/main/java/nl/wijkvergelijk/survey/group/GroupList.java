package nl.wijkvergelijk.survey.group;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of the groups of a round. */
record GroupList(String round, List<GroupView> groups, long total, Page page) implements Paged {}
