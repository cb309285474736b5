package nl.wijkvergelijk.survey;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of this service, in microseconds as PostgreSQL keeps them: what is answered is what is read back. */
public class Time {

    private static final ZoneId MUNICIPALITIES = ZoneId.of("Europe/Amsterdam");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** The day it is where the municipalities are: a deadline ends with the day there, wherever the service runs. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), MUNICIPALITIES);
    }
}
