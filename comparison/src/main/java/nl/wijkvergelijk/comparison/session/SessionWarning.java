package nl.wijkvergelijk.comparison.session;

import java.util.List;
import nl.wijkvergelijk.http.Text;

/** What to mind about these scales: {@code disputed} or {@code small-n}. */
public record SessionWarning(String code, List<String> scales, List<String> municipalities, Text detail) {}
