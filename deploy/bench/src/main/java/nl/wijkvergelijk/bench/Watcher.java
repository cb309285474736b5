package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads the feed of publications of comparison-service all the while, as somebody would who copies it: asks what is newest, takes what it has not seen, in order, and
 * notes each that is out of order, appears late below what was seen already, or changes. comparison-service must answer 200 whenever its process runs.
 */
final class Watcher implements Runnable {

    private final Servers.Service comparison;
    private final BooleanSupplier goOn;
    private final BooleanSupplier mayBeAway;
    private final List<String> seen = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int looks;
    private Duration longestStale = Duration.ZERO;

    Watcher(Servers.Service comparison, BooleanSupplier goOn, BooleanSupplier mayBeAway) {
        this.comparison = comparison;
        this.goOn = goOn;
        this.mayBeAway = mayBeAway;
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            look();
            Servers.pause(100);
        }
    }

    /** Takes over what is new, the oldest first. */
    synchronized void look() {
        boolean excused = mayBeAway.getAsBoolean();
        Http.Answer newest = Http.send(comparison.port, Http.Call.get("/datasets?limit=1", null));
        if (newest.status() != 200) {
            if (!excused && !mayBeAway.getAsBoolean()) {
                faults.add("comparison-service answered " + newest.status() + " " + newest.body());
            }
            return;
        }
        looks++;
        if (newest.staleSince() != null) {
            Duration stale = Duration.between(Instant.parse(newest.staleSince()), Instant.now());
            longestStale = stale.compareTo(longestStale) > 0 ? stale : longestStale;
        }
        long latest = Municipality.json(newest).path("latest").asLong();
        if (latest < seen.size()) {
            faults.add("the feed went back from " + seen.size() + " to " + latest);
        }
        while (seen.size() < latest) {
            long next = seen.size() + 1L;
            Http.Answer page =
                    Http.send(comparison.port, Http.Call.get("/datasets?limit=1&before=" + (next + 1), null));
            if (page.status() != 200) {
                return;
            }
            JsonNode publication = Municipality.json(page).at("/datasets/0");
            if (publication.path("version").asLong() != next) {
                faults.add("where publication " + next + " was due there was " + publication);
                return;
            }
            seen.add(publication.path("version").asText() + " "
                    + publication.path("publishedAt").asText() + " "
                    + publication.path("kind").asText());
        }
    }

    /** What was seen, in the order in which it was seen: number, moment, kind. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized int looks() {
        return looks;
    }

    /** How far behind comparison-service ever said that it was. */
    synchronized Duration longestStale() {
        return longestStale;
    }
}
