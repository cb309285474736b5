package nl.wijkvergelijk.comparison.asked;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Finds the dataset and the round a request is about: the version it names or the one held now, the round it names or the latest of that version. */
@ApplicationScoped
public class RoundAt {

    private final Datasets datasets;

    RoundAt(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * One round in one version.
     *
     * @param pinned whether the version was asked for by number
     * @param superseded whether the round has changed since
     */
    public record Found(Dataset dataset, String round, boolean pinned, boolean superseded) {}

    /** The latest round with figures that had been published by a version; a problem when there was none. */
    private static String latest(Held held, OptionalLong version) {
        Optional<String> latest = version.isEmpty()
                ? held.dataset().latestRound()
                : held.publications().stream()
                        .filter(each -> each.sequence() <= version.getAsLong() && each.figures() + each.ratings() > 0)
                        .map(each -> each.round())
                        .max(Comparator.naturalOrder());
        return latest.orElseThrow(() -> new ProblemException(
                ComparisonProblem.NOTHING_PUBLISHED,
                new Text(
                        "Van geen enkele ronde zijn antwoorden gepubliceerd.",
                        "No answers of any round have been published.")));
    }

    /** The round in the version asked for, null for the latest; an unknown round is a mistake in the parameter {@code round}. */
    public Found find(Held held, OptionalLong version, String asked, QueryReader query) {
        String round = asked == null ? latest(held, version) : asked;
        if (version.isEmpty() || !held.dataset().rounds().containsKey(round)) {
            query.list("round", round, held.dataset().rounds().keySet(), 1);
            return new Found(held.dataset(), round, version.isPresent(), false);
        }
        Dataset dataset = datasets.at(held, version.getAsLong(), round);
        query.list("round", round, dataset.rounds().keySet(), 1);
        return new Found(dataset, round, true, dataset != held.dataset());
    }

    /** The round of a path, in the version asked for; there is no such round then: not found. */
    public Found inPath(Held held, String round, String dataset) {
        if (!held.dataset().rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        QueryReader query = new QueryReader();
        OptionalLong version = query.number("dataset", dataset, Long.MAX_VALUE);
        query.refuseErrors();
        Dataset at = version.isPresent() ? datasets.at(held, version.getAsLong(), round) : held.dataset();
        if (!at.rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        return new Found(at, round, version.isPresent(), at != held.dataset());
    }
}
