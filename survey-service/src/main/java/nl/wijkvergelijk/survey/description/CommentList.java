package nl.wijkvergelijk.survey.description;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of comments. */
record CommentList(List<CommentView> comments, long total, Page page) implements Paged {}
