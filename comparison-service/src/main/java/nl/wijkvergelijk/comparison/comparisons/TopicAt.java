package nl.wijkvergelijk.comparison.comparisons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;

/** Finds what a request about a topic is about: the version it names or the one held, the round, and the topic as it was defined then. */
@ApplicationScoped
class TopicAt {

    private final RoundAt rounds;

    TopicAt(RoundAt rounds) {
        this.rounds = rounds;
    }

    /** A topic in a round in a version; {@code held} is what is there, {@code pinned} the version where one was asked for by number. */
    record Found(Held held, RoundAt.Found at, Topic topic, OptionalLong pinned) {

        String round() {
            return at.round();
        }

        Definitions definitions() {
            return at.dataset().definitions();
        }

        /** The version in which the round is. */
        long latest() {
            return held.dataset().version(round());
        }
    }

    /** There is no such topic: not found. What is wrong with version or round is kept with the query. */
    Found find(Held held, String topic, Asked asked, QueryReader query) {
        OptionalLong version = query.number("dataset", asked.dataset(), Long.MAX_VALUE);
        RoundAt.Found at = rounds.find(held, version, asked.round(), query);
        return new Found(
                held, at, at.dataset().definitions().topic(topic).orElseThrow(ProblemException::notFound), version);
    }
}
