package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

/** Holds a service's problems to problems.md: sorted, and each there with the same status and titles. */
public final class ProblemCatalogueCheck {

    private ProblemCatalogueCheck() {}

    public static void matches(ProblemCatalogue catalogue, ProblemType... problems) {
        List<String> ids = Arrays.stream(problems).map(ProblemType::id).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids, "sorted and unique");
        for (ProblemType problem : problems) {
            ProblemCatalogue.Entry entry = catalogue
                    .find(problem.id())
                    .orElseThrow(() -> new AssertionError(problem.id() + " is not in problems.md"));
            assertEquals(problem.status(), entry.status(), problem.id());
            assertEquals(2, entry.paragraphs().size(), problem.id() + ": Dutch and English");
            assertTrue(
                    entry.paragraphs().get(0).startsWith("**" + problem.title().nl() + ".**"),
                    entry.paragraphs().get(0));
            assertTrue(
                    entry.paragraphs().get(1).startsWith("**" + problem.title().en() + ".**"),
                    entry.paragraphs().get(1));
        }
    }
}
