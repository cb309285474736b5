package nl.wijkvergelijk.comparison.comparisons;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.SizeClass;

/** Among whom a request wants to compare, as it came; null where not given. */
record GroupAsked(String peersOf, String peers, String sizeClass) {

    private static final String PEERS_OF = "peersOf";
    private static final String PEERS = "peers";
    private static final String SIZE_CLASS = "sizeClass";
    private static final List<String> SIZE_CLASSES =
            Arrays.stream(SizeClass.values()).map(SizeClass::id).toList();

    /** The group that is meant; refuses peers of who is not in the round or has no number of residents there, a number of peers of nobody, and two groups at once. */
    Grouping read(QueryReader query, Dataset dataset, String round) {
        OptionalLong count = query.number(PEERS, peers, Limits.MUNICIPALITIES);
        List<String> of = query.list(PEERS_OF, peersOf, dataset.members(round), 1);
        List<String> classes = query.list(SIZE_CLASS, sizeClass, SIZE_CLASSES, 1);
        if (peers != null && peersOf == null) {
            query.error(
                    PEERS,
                    "incomplete",
                    "Zeg met peersOf van welke gemeente.",
                    "Say with peersOf of which municipality.");
        }
        if (peersOf != null && sizeClass != null) {
            query.error(
                    SIZE_CLASS,
                    "not-together",
                    "Kies peersOf of sizeClass, niet allebei.",
                    "Choose peersOf or sizeClass, not both.");
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
        return classes.isEmpty()
                ? Grouping.ROUND
                : new Grouping.OfSize(SizeClass.of(classes.get(0)).orElseThrow());
    }

    /** The same question, after another part of an address; empty where nothing was asked. */
    String query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(PEERS_OF, peersOf);
        parameters.put(PEERS, peers);
        parameters.put(SIZE_CLASS, sizeClass);
        String query = Asked.query(parameters);
        return query.isEmpty() ? "" : "&" + query;
    }
}
