package nl.wijkvergelijk.comparison.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.table.Merger;
import nl.wijkvergelijk.comparison.table.Series;

/**
 * What a municipality's series are made of at one sequence: the rounds it is in, what merged, and the last sequence that touched any of
 * it.
 */
record Moment(Dataset reference, List<Series.Round> rounds, List<Merger> mergers, long version) {

    /** @param at gives a round's dataset of that moment */
    static Moment of(String code, Dataset reference, Function<String, Dataset> at, List<PublicationRow> publications) {
        List<Series.Round> rounds = new ArrayList<>();
        for (String round : new TreeSet<>(reference.rounds().keySet())) {
            Dataset dataset = at.apply(round);
            if (dataset.members(round).contains(code)) {
                rounds.add(new Series.Round(dataset, round));
            }
        }
        Map<String, Municipality> municipalities = reference.municipalities();
        List<Merger> mergers = Merger.of(municipalities, code);
        LongStream touched = rounds.stream().mapToLong(each -> each.dataset().version(each.round()));
        LongStream named = mergers.stream()
                .flatMap(merger -> Stream.concat(Stream.of(merger.gone()), merger.successors().stream()))
                .mapToLong(each -> reference.named(each.code()));
        LongStream others = LongStream.of(reference.named(code), defined(reference, publications));
        long version = LongStream.concat(LongStream.concat(touched, named), others)
                .max()
                .orElse(0);
        return new Moment(reference, rounds, mergers, version);
    }

    /** The publication with which the definitions came into force. */
    private static long defined(Dataset reference, List<PublicationRow> publications) {
        long since = 0;
        int before = 0;
        for (PublicationRow each : publications) {
            if (each.sequence() > reference.sequence()) {
                break;
            }
            since = each.definitions() == before ? since : each.sequence();
            before = each.definitions();
        }
        return since;
    }
}
