package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final int MOST = 100;

    /** Time as the test tells it. */
    private static final class Told implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private final Told clock = new Told();
    private final Buckets buckets =
            new Buckets(rateClass -> rateClass == RateClass.READS ? Optional.empty() : Optional.of(60), MOST, clock);

    private Bucket writesOf(String client) {
        return buckets.of(RateClass.WRITES, client).orElseThrow();
    }

    @Test
    void aBucketIsFullAtFirstAndFillsAgainEvenly() {
        assertTrue(writesOf("leusden").tryConsume(60));
        assertFalse(writesOf("leusden").tryConsume(1));
        clock.nanos += Duration.ofSeconds(1).toNanos();
        assertTrue(writesOf("leusden").tryConsume(1));
        assertFalse(writesOf("leusden").tryConsume(1));
        clock.nanos += Duration.ofHours(1).toNanos();
        assertEquals(60, writesOf("leusden").getAvailableTokens());
    }

    @Test
    void eachClientAndEachClassHasItsOwn() {
        assertTrue(writesOf("leusden").tryConsume(60));
        assertTrue(writesOf("delft").tryConsume(60));
        assertTrue(buckets.of(RateClass.EXPENSIVE, "leusden").orElseThrow().tryConsume(60));
        assertTrue(buckets.of(RateClass.READS, "leusden").isEmpty());
    }

    @Test
    void manyClientsTakeNoMoreMemoryAndWhoWasAwayLongestIsForgotten() {
        assertTrue(writesOf("leusden").tryConsume(60));
        for (int i = 0; i < 10 * MOST; i++) {
            writesOf("address " + i).tryConsume(1);
            assertEquals(0, writesOf("leusden").getAvailableTokens(), "who goes on asking is not forgotten");
        }
        assertEquals(MOST, buckets.size());
        assertEquals(60, writesOf("address 0").getAvailableTokens());
    }
}
