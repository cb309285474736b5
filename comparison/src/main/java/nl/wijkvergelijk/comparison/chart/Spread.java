package nl.wijkvergelijk.comparison.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.wijkvergelijk.comparison.session.Absent;
import nl.wijkvergelijk.comparison.session.RatedMunicipality;
import nl.wijkvergelijk.comparison.session.Remark;
import nl.wijkvergelijk.comparison.session.ScaleResults;
import nl.wijkvergelijk.comparison.session.SessionResults;

/** A rating session: a panel for each scale and a row for each municipality that was rated, by name. */
record Spread(SessionResults results, InWords in) {

    Drawing drawing() {
        List<String> codes = codes();
        return new Drawing(
                in.language(),
                in.say("Beoordelingen, ronde ", "Ratings, round ") + results.round(),
                codes.stream().map(this::name).toList(),
                results.scales().stream()
                        .<Panel>map(scale -> new ScalePanel(
                                scale,
                                codes.stream().map(code -> rated(scale, code)).toList(),
                                widest(codes),
                                in))
                        .toList(),
                keys(),
                in.warningsHeading(),
                warnings(),
                source(),
                description(codes));
    }

    /** Everybody who was rated on any scale, by name. */
    private List<String> codes() {
        TreeMap<String, String> byName = new TreeMap<>();
        for (ScaleResults scale : results.scales()) {
            scale.municipalities()
                    .forEach(each -> byName.put(
                            each.municipality().name() + "\u0000"
                                    + each.municipality().code(),
                            each.municipality().code()));
        }
        return List.copyOf(byName.values());
    }

    private double widest(List<String> codes) {
        return results.scales().stream()
                .flatMap(scale ->
                        codes.stream().map(code -> new ScalePanel(scale, List.of(), 0, in).label(rated(scale, code))))
                .mapToDouble(label -> Lettering.width(label, Lettering.SMALL))
                .max()
                .orElse(0);
    }

    private String name(String code) {
        return results.scales().stream()
                .map(scale -> rated(scale, code))
                .filter(each -> each != null)
                .findFirst()
                .orElseThrow()
                .municipality()
                .name();
    }

    private static RatedMunicipality rated(ScaleResults scale, String code) {
        return scale.municipalities().stream()
                .filter(each -> each.municipality().code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key((g, x, y) -> ScalePanel.mean(g, x + Key.WIDE / 2, y, 7), in.say("gemiddelde", "mean")));
        List<RatedMunicipality> all = results.scales().stream()
                .flatMap(scale -> scale.municipalities().stream())
                .toList();
        List<RatedMunicipality.Given> given =
                all.stream().flatMap(each -> each.given().stream()).toList();
        if (!given.isEmpty()) {
            keys.add(new Key(
                    (g, x, y) -> ScalePanel.vote(g, x + Key.WIDE / 2, y, true),
                    in.say("wat een ander gaf", "what another gave")));
            keys.add(new Key(
                    (g, x, y) -> Marks.diamond(g, x + Key.WIDE / 2, y, Marks.VERMILLION),
                    in.say("wat de gemeente zichzelf gaf", "what the municipality gave itself")));
        }
        if (given.stream().anyMatch(each -> !each.complete())) {
            keys.add(new Key(
                    (g, x, y) -> ScalePanel.vote(g, x + Key.WIDE / 2, y, false),
                    in.say("op een onvolledig stembriefje, telt niet mee", "on an incomplete ballot, does not count")));
        }
        if (all.stream().anyMatch(each -> each.low() != null)) {
            keys.add(
                    Key.words(
                            in.say(
                                    "≠ en zwarte lijn: bronnen spreken elkaar tegen; de lijn loopt van het laagste tot het hoogste gemiddelde.",
                                    "≠ and black line: sources contradict each other; the line goes from the lowest to the highest mean.")));
        }
        remarks().forEach(remark -> keys.add(Key.words(remark.text().in(in.language()))));
        return keys;
    }

    /** What a mean is of, and why nobody knows who gave what. */
    private Set<Remark> remarks() {
        Set<Remark> remarks = new LinkedHashSet<>();
        for (ScaleResults scale : results.scales()) {
            scale.assumptions().stream()
                    .filter(each -> each == Remark.MEAN_OF_TOTALS || each == Remark.COMPLETE_BALLOTS)
                    .forEach(remarks::add);
            scale.absent().stream()
                    .filter(each -> each.part() == Absent.Part.GIVEN)
                    .forEach(each -> remarks.add(each.why()));
        }
        return remarks;
    }

    private List<String> warnings() {
        return results.warnings().stream()
                .map(each -> each.detail().in(in.language()))
                .distinct()
                .toList();
    }

    private String source() {
        return in.source(results.round(), results.version().version());
    }

    private String description(List<String> codes) {
        StringBuilder all = new StringBuilder();
        for (ScaleResults scale : results.scales()) {
            ScalePanel panel = new ScalePanel(scale, List.of(), 0, in);
            all.append(panel.heading()).append(" (").append(panel.unit()).append("): ");
            List<String> said = new ArrayList<>();
            codes.forEach(code -> said.add(name(code) + " " + panel.spoken(rated(scale, code))));
            all.append(String.join("; ", said)).append(". ");
        }
        remarks().forEach(each -> all.append(each.text().in(in.language())).append(' '));
        warnings().forEach(warning -> all.append(warning).append(' '));
        return all.append(source()).append('.').toString();
    }
}
