package nl.wijkvergelijk.comparison.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.NamedGroup;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.representation.GroupView;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.SizeClass;

/** Among whom a visitor wants to compare, as far as that can be. */
record PageGroup(Grouping grouping) {

    /** What cannot be is said, and is then the whole round. */
    static PageGroup of(Dataset dataset, String round, Dashboard.Asked asked, Words words, List<String> trouble) {
        List<String> chosen = Stream.of(asked.peersOf(), asked.sizeClass(), asked.group())
                .filter(Objects::nonNull)
                .toList();
        if (round == null || chosen.isEmpty()) {
            return new PageGroup(Grouping.ROUND);
        }
        if (chosen.size() > 1) {
            trouble.add(
                    words.in(
                            "Kies één groep: gemeenten van ongeveer dezelfde grootte, een grootteklasse, of een groep van de ronde. Hieronder staat de eerste daarvan die u koos.",
                            "Choose one group: municipalities of about the same size, a size class, or a group of the round. Below is the first of these that you chose."));
        }
        if (asked.peersOf() == null && asked.sizeClass() == null) {
            return named(dataset, round).containsKey(asked.group())
                    ? new PageGroup(new Grouping.Named(asked.group()))
                    : whole(
                            trouble,
                            words.in(
                                    "Deze groep is er in deze ronde niet; hieronder staat de hele ronde.",
                                    "There is no such group in this round; below is the whole round."));
        }
        if (asked.peersOf() == null) {
            return SizeClass.of(asked.sizeClass())
                    .map(each -> new PageGroup(new Grouping.OfSize(each)))
                    .orElseGet(() -> whole(
                            trouble,
                            words.in(
                                    "Deze grootteklasse is er niet; hieronder staat de hele ronde.",
                                    "There is no such size class; below is the whole round.")));
        }
        if (!dataset.members(round).contains(asked.peersOf())
                || Comparison.lacksSize(dataset, round, asked.peersOf()).isPresent()) {
            return whole(
                    trouble,
                    words.in(
                            "Van deze gemeente is in deze ronde geen inwonertal bekend; hieronder staat de hele ronde.",
                            "How many residents this municipality has is not known in this round; below is the whole round."));
        }
        return new PageGroup(new Grouping.Peers(asked.peersOf(), count(asked.peers(), words, trouble)));
    }

    private static Map<String, NamedGroup> named(Dataset dataset, String round) {
        return dataset.round(round).map(RoundFigures::groups).orElse(Map.of());
    }

    private static PageGroup whole(List<String> trouble, String why) {
        trouble.add(why);
        return new PageGroup(Grouping.ROUND);
    }

    private static int count(String asked, Words words, List<String> trouble) {
        if (asked == null || asked.matches("[1-9][0-9]{0,3}") && Integer.parseInt(asked) <= Limits.MUNICIPALITIES) {
            return asked == null ? Limits.PEERS : Integer.parseInt(asked);
        }
        trouble.add(words.in(
                "Het aantal gemeenten moet van 1 tot en met %d zijn; het zijn er nu %d."
                        .formatted(Limits.MUNICIPALITIES, Limits.PEERS),
                "The number of municipalities must be from 1 to %d; it is now %d."
                        .formatted(Limits.MUNICIPALITIES, Limits.PEERS)));
        return Limits.PEERS;
    }

    /** The same question to the API. */
    String query() {
        if (grouping instanceof Grouping.Peers peers) {
            return "&peersOf=" + peers.of() + "&peers=" + peers.count();
        }
        if (grouping instanceof Grouping.Named named) {
            // Ids of groups need no escaping.
            return "&group=" + named.id();
        }
        return grouping instanceof Grouping.OfSize size
                ? "&sizeClass=" + size.sizeClass().id()
                : "";
    }

    /** Among whom ranks and summary are. */
    String said(Group group, Dataset dataset, Words words) {
        if (group.named() != null) {
            return said(group.named(), dataset, words);
        }
        if (group.bySize() == null) {
            return words.in(
                            "Rangen en samenvatting gaan over de hele ronde (%d gemeenten).",
                            "Ranks and summary are about the whole round (%d municipalities).")
                    .formatted(group.size());
        }
        String names = group.members().stream()
                .map(code -> Dashboard.name(dataset, code))
                .collect(Collectors.joining(", "));
        List<String> said = new ArrayList<>();
        if (grouping instanceof Grouping.Peers peers) {
            said.add(words.in(
                            "Rangen en samenvatting gaan over %s en de gemeenten met ongeveer evenveel inwoners: %s.",
                            "Ranks and summary are about %s and the municipalities with about as many residents: %s.")
                    .formatted(Dashboard.name(dataset, peers.of()), names));
        } else {
            said.add(words.in(
                            "Rangen en samenvatting gaan over gemeenten met %s: %s.",
                            "Ranks and summary are about municipalities with %s: %s.")
                    .formatted(
                            GroupView.SizeClassView.of(group.bySize().sizeClass(), words.language())
                                    .label(),
                            names.isEmpty() ? words.in("geen", "none") : names));
        }
        if (!group.bySize().uncertain().isEmpty()) {
            said.add(words.in("Niet zeker of in deze klasse: ", "Not certain whether in this class: ")
                    + group.bySize().uncertain().stream()
                            .map(each -> Dashboard.name(dataset, each.municipality()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (!group.bySize().without().isEmpty()) {
            said.add(words.in("Zonder inwonertal, dus niet in te delen: ", "Without residents, so not to be placed: ")
                    + group.bySize().without().stream()
                            .map(each -> Dashboard.name(dataset, each.municipality()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return String.join(" ", said);
    }

    /** Which group it is, who says so, and who of it has no figure. */
    private static String said(Group.Named named, Dataset dataset, Words words) {
        String group = words.in("Rangen en samenvatting gaan over ", "Ranks and summary are about ")
                + named.group().name().in(words.language())
                + words.in(", volgens ", ", according to ")
                + named.group().source()
                + ".";
        String without = named.without().stream()
                .map(code -> Dashboard.name(dataset, code))
                .collect(Collectors.joining(", "));
        return without.isEmpty() ? group : group + words.in(" Zonder cijfers: ", " Without figures: ") + without + ".";
    }

    /** What there is to choose from. */
    Sheet.Among among(Dataset dataset, String round, Words words) {
        List<String> members = round == null ? List.of() : dataset.members(round);
        Map<String, NamedGroup> named = round == null ? Map.of() : named(dataset, round);
        String name = grouping instanceof Grouping.Named asked ? asked.id() : "";
        String of = grouping instanceof Grouping.Peers peers ? peers.of() : "";
        int count = grouping instanceof Grouping.Peers peers ? peers.count() : Limits.PEERS;
        SizeClass size = grouping instanceof Grouping.OfSize asked ? asked.sizeClass() : null;
        return new Sheet.Among(
                members.stream()
                        .map(code -> new Sheet.Choice(code, Dashboard.name(dataset, code), code.equals(of)))
                        .toList(),
                String.valueOf(count),
                Arrays.stream(SizeClass.values())
                        .map(each -> new Sheet.Choice(
                                each.id(),
                                GroupView.SizeClassView.of(each, words.language())
                                        .label(),
                                each == size))
                        .toList(),
                named.values().stream()
                        .map(each -> new Sheet.Choice(
                                each.id(),
                                each.name().in(words.language()),
                                each.id().equals(name)))
                        .toList());
    }
}
