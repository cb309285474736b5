package nl.wijkvergelijk.comparison.asked;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.SizeClass;

/** Among whom a request wants to compare, as it came; null where not given. */
public record GroupAsked(String peersOf, String peers, String sizeClass, String group) {

    /** The whole round. */
    public static final GroupAsked ROUND = named(null);

    private static final String PEERS_OF = "peersOf";
    private static final String PEERS = "peers";
    private static final String SIZE_CLASS = "sizeClass";
    private static final String GROUP = "group";
    private static final List<String> SIZE_CLASSES =
            Arrays.stream(SizeClass.values()).map(SizeClass::id).toList();

    /** A named group, by its id; null for the whole round. */
    public static GroupAsked named(String group) {
        return new GroupAsked(null, null, null, group);
    }

    /**
     * The group that is meant; refuses peers of who is not in the round or has no number of residents there, a number of peers of nobody, a name that the round
     * does not have, and more than one group at once. An unknown round has been refused already; nobody is in it.
     */
    public Grouping read(QueryReader query, Dataset dataset, String round) {
        RoundFigures figures = dataset.round(round).orElse(null);
        if (figures == null) {
            return Grouping.ROUND;
        }
        OptionalLong count = query.number(PEERS, peers, Limits.MUNICIPALITIES);
        List<String> of = query.list(PEERS_OF, peersOf, dataset.members(round), 1);
        List<String> classes = query.list(SIZE_CLASS, sizeClass, SIZE_CLASSES, 1);
        List<String> names = query.list(GROUP, group, figures.groups().keySet(), 1);
        if (peers != null && peersOf == null) {
            query.error(
                    PEERS,
                    "incomplete",
                    "Zeg met peersOf van welke gemeente.",
                    "Say with peersOf of which municipality.");
        }
        if (Stream.of(peersOf, sizeClass, group).filter(Objects::nonNull).count() > 1) {
            query.error(
                    group == null ? SIZE_CLASS : GROUP,
                    "not-together",
                    "Kies een van peersOf, sizeClass en group.",
                    "Choose one of peersOf, sizeClass and group.");
        }
        if (of.size() == 1) {
            Comparison.lacksSize(dataset, round, of.get(0))
                    .ifPresent(lack -> query.error(
                            PEERS_OF,
                            "no-residents",
                            "Van %s is in deze ronde geen inwonertal bekend (%s), dus ook niet wie er ongeveer even groot is."
                                    .formatted(of.get(0), lack.why()),
                            "How many residents %s has is not known in this round (%s), so neither is who is about as large."
                                    .formatted(of.get(0), lack.why())));
            return new Grouping.Peers(of.get(0), (int) count.orElse(Limits.PEERS));
        }
        if (!names.isEmpty()) {
            return new Grouping.Named(names.get(0));
        }
        return classes.isEmpty()
                ? Grouping.ROUND
                : new Grouping.OfSize(SizeClass.of(classes.get(0)).orElseThrow());
    }

    /** As they stand in an address. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(PEERS_OF, peersOf);
        parameters.put(PEERS, peers);
        parameters.put(SIZE_CLASS, sizeClass);
        parameters.put(GROUP, group);
        return parameters;
    }
}
