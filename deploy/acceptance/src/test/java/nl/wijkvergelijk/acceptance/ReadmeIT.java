package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every curl in the README is run, and its answer is what the README shows. */
class ReadmeIT {

    private final ShownCurls curls = new ShownCurls("README.md", RunningProduct.shared());

    @Test
    void theReadmeAnswersFiveQuestions() throws IOException {
        assertEquals(5, curls.all().size());
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsTrue() throws IOException {
        return curls.tests();
    }
}
