package nl.wijkvergelijk.comparison.figures;

import java.util.List;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.published.Answer;
import nl.wijkvergelijk.comparison.published.RatingTotal;
import nl.wijkvergelijk.comparison.table.Figure;

/** An input of a figure with what was published beside it. An answer has no readings; a rating's total has no answer. */
record ReportedInput(Figure.Input input, PublicationRow publication, Answer answer, List<RatingTotal> readings) {}
