package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walkthrough, on a product of its own: what it shows is what somebody sees who has just started it. */
class WalkthroughIT {

    private static ShownCurls curls;

    @BeforeAll
    static void aFreshProduct() {
        curls = new ShownCurls("WALKTHROUGH.md", RunningProduct.another());
    }

    @AfterAll
    static void noLonger() {
        curls.product().stop();
    }

    @Test
    void itHasFifteenSteps() throws IOException {
        assertEquals(15, curls.all().size());
    }

    @TestFactory
    Stream<DynamicTest> everyStepDoesWhatItShows() throws IOException {
        return curls.tests();
    }
}
