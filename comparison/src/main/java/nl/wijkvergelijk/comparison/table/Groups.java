package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.NamedGroup;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Lack;
import nl.wijkvergelijk.comparison.definitions.Operand;

/**
 * Chooses groups: by name, or by residents. Peers are near in proportion, not in difference: half as large is as far as twice as large. What is equally
 * far goes by code, so that neither names nor the order of publication matter. Numbers choose; their intervals say what is uncertain.
 */
final class Groups {

    /** The measure that says how large a municipality is. */
    static final String RESIDENTS = "residents";

    private final RoundFigures figures;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Group.Unplaced> without = new ArrayList<>();

    /** A municipality whose size is known. */
    private record Placed(String code, double residents, Interval interval) {

        /** How many times as large the larger is. */
        double times(Placed other) {
            return Math.max(residents, other.residents) / Math.min(residents, other.residents);
        }

        Group.Sized sized(Double distance) {
            boolean exact = interval.isPoint();
            return new Group.Sized(
                    code, residents, exact ? null : interval.low(), exact ? null : interval.high(), distance);
        }
    }

    private Groups(Definitions definitions, RoundFigures figures) {
        this.figures = figures;
        for (Municipality member : figures.members()) {
            Operand residents = residents(definitions, figures, member.code());
            Optional<Lack> lack = lack(residents);
            if (lack.isPresent()) {
                without.add(new Group.Unplaced(member.code(), lack.get()));
            } else {
                placed.add(new Placed(member.code(), residents.value(), residents.interval()));
            }
        }
    }

    /** The group; throws IllegalArgumentException where it is of the peers of a municipality without a number of residents, and for a name that is not there. */
    static Group of(Grouping grouping, Definitions definitions, RoundFigures figures) {
        if (grouping instanceof Grouping.Peers peers) {
            return new Groups(definitions, figures).peers(peers);
        }
        if (grouping instanceof Grouping.OfSize size) {
            return new Groups(definitions, figures).ofSize(size.sizeClass());
        }
        if (grouping instanceof Grouping.Named named) {
            return named(named.id(), figures);
        }
        return Group.round(figures.members().stream().map(Municipality::code).toList());
    }

    /** Why a municipality's residents cannot place it; empty when they can. */
    static Optional<Lack> lack(Definitions definitions, RoundFigures figures, String municipality) {
        return lack(residents(definitions, figures, municipality));
    }

    private static Operand residents(Definitions definitions, RoundFigures figures, String municipality) {
        return new RowOperands(definitions, figures, municipality).measure(RESIDENTS);
    }

    private static Optional<Lack> lack(Operand residents) {
        if (!residents.usable()) {
            return Optional.of(residents.lacking());
        }
        return residents.value() > 0 ? Optional.empty() : Optional.of(new Lack(RESIDENTS, "zero"));
    }

    private Group peers(Grouping.Peers asked) {
        Placed own = placed.stream()
                .filter(each -> each.code().equals(asked.of()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no residents of " + asked.of()));
        List<Placed> others =
                new ArrayList<>(placed.stream().filter(each -> each != own).toList());
        others.sort(Comparator.<Placed>comparingDouble(own::times).thenComparing(Placed::code));
        List<Group.Sized> chosen = new ArrayList<>();
        chosen.add(own.sized(0.0));
        others.stream().limit(asked.count()).forEach(each -> chosen.add(each.sized(StrictMath.log(own.times(each)))));
        return group("peers", new Group.BySize(asked.of(), null, chosen, List.of(), without));
    }

    private Group ofSize(SizeClass sizeClass) {
        List<Group.Sized> chosen = new ArrayList<>();
        List<Group.Sized> uncertain = new ArrayList<>();
        for (Placed each : placed) {
            if (sizeClass.has(each.residents())) {
                chosen.add(each.sized(null));
            }
            boolean elsewhere = false;
            for (SizeClass other : SizeClass.values()) {
                elsewhere |= other != sizeClass && other.canHave(each.interval());
            }
            if (sizeClass.canHave(each.interval()) && elsewhere) {
                uncertain.add(each.sized(null));
            }
        }
        return group("size-class", new Group.BySize(null, sizeClass, chosen, uncertain, without));
    }

    private Group group(String kind, Group.BySize bySize) {
        Set<String> chosen = new HashSet<>();
        bySize.chosen().forEach(each -> chosen.add(each.municipality()));
        List<String> byName = figures.members().stream()
                .map(Municipality::code)
                .filter(chosen::contains)
                .toList();
        return new Group(kind, byName.size(), byName, bySize, null);
    }

    private static Group named(String id, RoundFigures figures) {
        NamedGroup group = figures.groups().get(id);
        if (group == null) {
            throw new IllegalArgumentException("no group " + id);
        }
        Set<String> chosen = new HashSet<>(group.municipalities());
        List<String> byName = figures.members().stream()
                .map(Municipality::code)
                .filter(chosen::contains)
                .toList();
        List<String> without = group.municipalities().stream()
                .filter(code -> !byName.contains(code))
                .toList();
        return new Group("named", byName.size(), byName, null, new Group.Named(group, without));
    }
}
