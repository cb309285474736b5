package nl.wijkvergelijk.comparison.chart;

import java.util.List;
import nl.wijkvergelijk.http.Language;

/**
 * All that is in a chart: its panels with a row for each name, and the words around them. {@code description} says the same for who cannot see it.
 */
record Drawing(
        Language language,
        String title,
        List<String> names,
        List<Panel> panels,
        List<Key> keys,
        String warningsHeading,
        List<String> warnings,
        String source,
        String description) {}
