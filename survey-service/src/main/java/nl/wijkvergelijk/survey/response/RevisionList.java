package nl.wijkvergelijk.survey.response;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of saves. */
record RevisionList(List<RevisionView> revisions, long total, Page page) implements Paged {}
