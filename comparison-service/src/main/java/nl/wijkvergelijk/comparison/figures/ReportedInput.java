package nl.wijkvergelijk.comparison.figures;

import java.util.List;
import nl.wijkvergelijk.comparison.published.Answer;
import nl.wijkvergelijk.comparison.published.RatingTotal;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.comparison.table.Figure;

/** An input of a figure with what was published beside it, and the publication it came with, of which it says only what that replaces of the input. An answer has no readings; a rating's total has no answer. */
record ReportedInput(Figure.Input input, PublicationView publication, Answer answer, List<RatingTotal> readings) {}
