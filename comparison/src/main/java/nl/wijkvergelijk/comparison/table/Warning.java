package nl.wijkvergelijk.comparison.table;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/** Why the shown figures may not compare like with like: indicators and municipalities concerned, and a sentence with the values. */
public record Warning(String code, List<String> indicators, List<String> municipalities, Text detail) {}
