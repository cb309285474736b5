package nl.wijkvergelijk.comparison.seam;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.dataset.BallotRow;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.FigureRow;
import nl.wijkvergelijk.comparison.dataset.FindingRow;
import nl.wijkvergelijk.comparison.dataset.GroupRow;
import nl.wijkvergelijk.comparison.dataset.Load;
import nl.wijkvergelijk.comparison.dataset.MunicipalityRow;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.dataset.RatingRow;
import nl.wijkvergelijk.comparison.dataset.RoundRow;

/** Brings a dataset forward to a later sequence, and takes a publication only when exactly the rows are there that it says it has. */
public final class Loader {

    /** Rows after which no further publication is read before they are packed into the dataset: bounds what a first load needs beside the dataset itself. */
    private static final int ROWS_AT_ONCE = 50_000;

    private final int seconds;

    /** @param seconds how long one statement may take */
    public Loader(int seconds) {
        this.seconds = seconds;
    }

    /** Adds the publications after the one held, up to and including {@code upTo}. */
    public Held advance(Connection connection, Held held, long upTo) throws SQLException {
        long after = held.dataset().sequence();
        PublishedRows rows = new PublishedRows(connection, seconds);
        List<PublicationRow> fresh = rows.publications(after, upTo);
        checkNoGap(fresh, after, upTo);
        Dataset dataset = load(rows, held.dataset(), fresh, null);
        checkProfiles(rows, fresh, after, upTo);
        List<PublicationRow> all = new ArrayList<>(held.publications());
        all.addAll(fresh);
        return new Held(dataset, all, held.findings().with(findings(rows, fresh, after, upTo)));
    }

    private static List<FindingRow> findings(
            PublishedRows rows, List<PublicationRow> publications, long after, long upTo) throws SQLException {
        // Before survey-service is of this release too there are none, nor a table to look in.
        List<FindingRow> findings =
                publications.stream().anyMatch(p -> p.findings() > 0) ? rows.findings(after, upTo) : List.of();
        check(publications, PublicationRow::findings, findings, FindingRow::sequence, "findings");
        return findings;
    }

    /** What only profiles show is not held, but a publication without all of it is not taken either. */
    private static void checkProfiles(PublishedRows rows, List<PublicationRow> publications, long after, long upTo)
            throws SQLException {
        List<Long> descriptions =
                publications.stream().anyMatch(p -> p.descriptions() > 0) ? rows.descriptions(after, upTo) : List.of();
        check(publications, PublicationRow::descriptions, descriptions, Long::longValue, "descriptions");
        List<Long> evidence =
                publications.stream().anyMatch(p -> p.evidence() > 0) ? rows.evidence(after, upTo) : List.of();
        check(publications, PublicationRow::evidence, evidence, Long::longValue, "pieces of evidence");
    }

    /** The dataset as it was at a sequence, with the rows of one round only. */
    public Dataset past(Connection connection, Dataset empty, List<PublicationRow> publications, String round)
            throws SQLException {
        return load(new PublishedRows(connection, seconds), empty, publications, round);
    }

    private static Dataset load(PublishedRows rows, Dataset from, List<PublicationRow> publications, String round)
            throws SQLException {
        Load load = from.load();
        long after = from.sequence();
        for (List<PublicationRow> slice : slices(publications)) {
            long upTo = slice.get(slice.size() - 1).sequence();
            List<MunicipalityRow> municipalities = rows.municipalities(after, upTo);
            List<RoundRow> rounds = rows.rounds(after, upTo);
            List<FigureRow> figures = rows.figures(after, upTo, round);
            List<RatingRow> ratings = rows.ratings(after, upTo, round);
            check(slice, PublicationRow::municipalities, municipalities, MunicipalityRow::sequence, "municipalities");
            check(slice, PublicationRow::rounds, rounds, RoundRow::sequence, "rounds");
            check(slice, p -> counts(p, round) ? p.figures() : 0, figures, FigureRow::sequence, "figures");
            check(slice, p -> counts(p, round) ? p.ratings() : 0, ratings, RatingRow::sequence, "ratings");
            boolean voted = slice.stream().anyMatch(p -> p.ballots() > 0);
            List<BallotRow> ballots = voted ? rows.ballots(after, upTo, round) : List.of();
            check(slice, p -> counts(p, round) ? p.ballots() : 0, ballots, BallotRow::sequence, "ballots");
            boolean grouped = slice.stream().anyMatch(p -> p.groups() > 0);
            List<GroupRow> groups = grouped ? rows.groups(after, upTo, round) : List.of();
            check(slice, p -> counts(p, round) ? p.groups() : 0, groups, GroupRow::sequence, "groups");
            load.add(slice, municipalities, rounds, figures, withBallots(ratings, ballots), groups);
            after = upTo;
        }
        return load.done();
    }

    private static List<RatingRow> withBallots(List<RatingRow> ratings, List<BallotRow> ballots) {
        Map<List<Object>, Map<String, BigDecimal>> given = ballots.stream()
                .collect(Collectors.groupingBy(
                        b -> List.of(b.sequence(), b.round(), b.scale(), b.item()),
                        Collectors.toMap(BallotRow::rater, BallotRow::value)));
        return ratings.stream()
                .map(r -> r.from(given.getOrDefault(
                        List.<Object>of(r.sequence(), r.round(), r.scale(), r.municipality()), Map.of())))
                .toList();
    }

    private static boolean counts(PublicationRow publication, String round) {
        return round == null || Objects.equals(round, publication.round());
    }

    private static List<List<PublicationRow>> slices(List<PublicationRow> publications) {
        List<List<PublicationRow>> slices = new ArrayList<>();
        int rows = ROWS_AT_ONCE;
        for (PublicationRow publication : publications) {
            if (rows >= ROWS_AT_ONCE) {
                slices.add(new ArrayList<>());
                rows = 0;
            }
            slices.get(slices.size() - 1).add(publication);
            rows += publication.figures()
                    + publication.ratings()
                    + publication.municipalities()
                    + publication.ballots();
        }
        return slices;
    }

    private static void checkNoGap(List<PublicationRow> publications, long after, long upTo) {
        if (publications.size() != upTo - after) {
            throw new IncompletePublication(
                    "%d publications between %d and %d".formatted(publications.size(), after, upTo));
        }
    }

    private static <T> void check(
            List<PublicationRow> publications,
            ToIntFunction<PublicationRow> promised,
            Collection<T> rows,
            ToLongFunction<T> sequence,
            String what) {
        Map<Long, Long> found =
                rows.stream().collect(Collectors.groupingBy(sequence::applyAsLong, Collectors.counting()));
        for (PublicationRow publication : publications) {
            long there = found.getOrDefault(publication.sequence(), 0L);
            if (there != promised.applyAsInt(publication)) {
                throw new IncompletePublication("publication %d says %d %s, there are %d"
                        .formatted(publication.sequence(), promised.applyAsInt(publication), what, there));
            }
        }
    }
}
