package nl.wijkvergelijk.comparison.representation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.seam.Held;

/** What an answer rests on of all that is published: as long as that is what it was, so is the answer. It keeps no dataset in memory. */
public final class Basis {

    private final Function<Held, Object> part;
    private final Object then;

    private Basis(Held held, Function<Held, Object> part) {
        this.part = part;
        this.then = part.apply(held);
    }

    /** Which publications made the rounds what they are, and what of them can have been redacted; by id, since a restored database gives the same numbers to others. */
    private record Rounds(List<Optional<UUID>> last, Optional<String> latest, Optional<UUID> pinned, long redaction) {}

    /** On any publication there is. */
    public static Basis everything(Held held) {
        return new Basis(held, each -> Optional.ofNullable(each.dataset().lastId()));
    }

    /** On these rounds, on which one is the latest, and, where a version was asked for by number, on that. */
    public static Basis rounds(Held held, Collection<String> rounds, OptionalLong pinned) {
        List<String> ids = List.copyOf(rounds);
        return new Basis(
                held,
                each -> new Rounds(
                        ids.stream().map(id -> lastOf(each, id)).toList(),
                        each.dataset().latestRound(),
                        pinned.isPresent() ? id(each, pinned.getAsLong()) : Optional.empty(),
                        each.redaction()));
    }

    /** None where a restored database does not have the round any more. */
    private static Optional<UUID> lastOf(Held held, String round) {
        boolean isThere = held.dataset().round(round).isPresent();
        return isThere ? id(held, held.dataset().version(round)) : Optional.empty();
    }

    private static Optional<UUID> id(Held held, long sequence) {
        return held.publication(sequence).map(PublicationRow::id);
    }

    /** Whether it still is what it was. */
    public boolean holds(Held now) {
        return Objects.equals(part.apply(now), then);
    }
}
