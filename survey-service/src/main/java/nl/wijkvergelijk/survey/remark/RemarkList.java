package nl.wijkvergelijk.survey.remark;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of remarks. */
record RemarkList(List<RemarkView> remarks, long total, Page page) implements Paged {}
