package nl.wijkvergelijk.survey.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import nl.wijkvergelijk.survey.Time;
import org.junit.jupiter.api.Test;

class NextDeadlineTest {

    private static final LocalDate APRIL_1 = LocalDate.of(2027, 4, 1);

    @Test
    void aDayEndsWhereTheMunicipalitiesAre() {
        NextDeadline before = draft(todayAt("2027-04-01T21:59:59.999999Z"));
        assertFalse(before.late());
        LocalDate next = todayAt("2027-04-01T22:00:00Z");
        assertTrue(draft(next).late());
        assertEquals(1, draft(next).daysLate(next));
    }

    @Test
    void inWinterItEndsAnHourLater() {
        LocalDate day = LocalDate.of(2027, 1, 31);
        assertFalse(NextDeadline.of(State.DRAFT, false, day, null, todayAt("2027-01-31T22:59:59Z"))
                .late());
        assertTrue(NextDeadline.of(State.DRAFT, false, day, null, todayAt("2027-01-31T23:00:00Z"))
                .late());
    }

    @Test
    void whatIsNotLateIsNoDayLate() {
        LocalDate today = APRIL_1.minusDays(10);
        assertEquals(0, draft(today).daysLate(today));
        assertEquals(30, draft(APRIL_1.plusDays(30)).daysLate(APRIL_1.plusDays(30)));
    }

    @Test
    void onlyADraftOfWhichNothingIsPublicMustBeReturned() {
        for (State state : EnumSet.complementOf(EnumSet.of(State.DRAFT, State.IN_COMMENT))) {
            assertNull(NextDeadline.of(state, false, APRIL_1, null, APRIL_1), state.code());
        }
        assertNull(NextDeadline.of(State.DRAFT, true, APRIL_1, null, APRIL_1));
        assertNull(NextDeadline.of(State.DRAFT, false, null, null, APRIL_1));
        assertEquals("return", draft(APRIL_1).kind());
    }

    @Test
    void inCommentTheDayOfCommentCountsWhateverTheDayOfReturn() {
        NextDeadline comment =
                NextDeadline.of(State.IN_COMMENT, false, APRIL_1, APRIL_1.plusDays(30), APRIL_1.plusDays(31));
        assertEquals(new NextDeadline("comment", APRIL_1.plusDays(30), true), comment);
    }

    @Test
    void theTagTellsADayThatWasSetAndOneThatHasPassed() {
        assertEquals("\"4\"", NextDeadline.tag(4, null));
        assertEquals("\"4-by-2027-04-01\"", NextDeadline.tag(4, draft(APRIL_1)));
        assertEquals("\"4-by-2027-04-01-overdue\"", NextDeadline.tag(4, draft(APRIL_1.plusDays(1))));
    }

    private static NextDeadline draft(LocalDate today) {
        return NextDeadline.of(State.DRAFT, false, APRIL_1, null, today);
    }

    private static LocalDate todayAt(String instant) {
        return Time.today(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
