package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final int KILOBYTE = 1024;

    private final EmbeddedChannel connection = new EmbeddedChannel(new Pace());
    private int state;

    /** A request whose state is the field's. */
    private void request(int begins) {
        state = begins;
        connection.attr(Pace.LAST).set(() -> state);
    }

    private void seconds(int count, Runnable eachSecond) {
        for (int i = 0; i < count && connection.isOpen(); i++) {
            eachSecond.run();
            connection.advanceTimeBy(1, TimeUnit.SECONDS);
            connection.runScheduledPendingTasks();
        }
    }

    private void send(int bytes) {
        connection.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
        connection.releaseInbound();
    }

    private void nothing() {}

    @Test
    void aHeadHasToComeWithinTwoLooks() {
        seconds(13, () -> send(1));
        assertTrue(connection.isOpen());
        seconds(2, () -> send(1));
        assertFalse(connection.isOpen());
    }

    @Test
    void contentMayComeAtAKilobyteASecondForAQuarterOfAnHourAndNotMoreSlowly() {
        request(Pace.COMING);
        seconds(14 * 60, () -> send(KILOBYTE + 1));
        assertTrue(connection.isOpen());
        seconds(2 * 60, () -> send(KILOBYTE + 1));
        assertFalse(connection.isOpen());
    }

    @Test
    void contentThatComesMoreSlowlyEndsTheConnection() {
        request(Pace.COMING);
        seconds(22, () -> send(KILOBYTE / 2));
        assertFalse(connection.isOpen());
    }

    @Test
    void whatIsWorkedOnAndWhatWasAnsweredMayLast() {
        request(Pace.AT_WORK);
        seconds(600, this::nothing);
        state = Pace.ANSWERED;
        seconds(600, this::nothing);
        assertTrue(connection.isOpen());
    }

    @Test
    void aRequestThatIsReadAcrossALookIsNoSlowHead() {
        request(Pace.AT_WORK);
        seconds(6, this::nothing);
        request(Pace.COMING);
        seconds(1, () -> send(100));
        send(5000);
        state = Pace.ANSWERED;
        seconds(60, this::nothing);
        assertTrue(connection.isOpen());
    }

    @Test
    void anAnswerMayBeTakenInBursts() {
        request(Pace.ANSWERED);
        for (int burst = 0; burst < 20; burst++) {
            connection.write(Unpooled.wrappedBuffer(new byte[40 * KILOBYTE]));
            seconds(20, this::nothing);
            assertTrue(connection.isOpen(), "burst " + burst);
            connection.flush();
            connection.write(Unpooled.wrappedBuffer(new byte[KILOBYTE]));
        }
    }

    @Test
    void anAnswerThatIsNotTakenEndsTheConnection() {
        request(Pace.ANSWERED);
        connection.write(Unpooled.wrappedBuffer(new byte[40 * KILOBYTE]));
        int[] lasted = {0};
        seconds(120, () -> lasted[0]++);
        assertFalse(connection.isOpen());
        assertEquals(28, lasted[0]);
    }
}
