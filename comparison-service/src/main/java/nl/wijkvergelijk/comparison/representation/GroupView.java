package nl.wijkvergelijk.comparison.representation;

import java.util.List;
import nl.wijkvergelijk.comparison.dataset.NamedGroup;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.SizeClass;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** A {@link Group} as JSON; a round has its first three members only. {@code withoutFigures} are those in a named group of which nothing is public in the round. */
public record GroupView(
        String kind,
        int size,
        List<String> members,
        String peersOf,
        SizeClassView sizeClass,
        List<Group.Sized> chosen,
        List<Group.Sized> uncertain,
        List<UnplacedView> withoutResidents,
        NamedView named,
        List<String> withoutFigures) {

    private static final String CBS =
            "https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/overig/gemeentegrootte-en-stedelijkheid";

    /** @param below the residents it stays below; absent for the largest class @param source where the division into classes is from */
    public record SizeClassView(String id, int cbsCode, String label, int from, Integer below, String source) {

        /** In one language. */
        public static SizeClassView of(SizeClass sizeClass, Language language) {
            return new SizeClassView(
                    sizeClass.id(),
                    sizeClass.cbsCode(),
                    label(sizeClass).in(language),
                    sizeClass.from(),
                    sizeClass.to(),
                    CBS);
        }

        private static Text label(SizeClass sizeClass) {
            if (sizeClass.to() == null) {
                return new Text(
                        nl(sizeClass.from()) + " inwoners of meer", en(sizeClass.from()) + " residents and more");
            }
            if (sizeClass.from() == 0) {
                return new Text(
                        "minder dan %s inwoners".formatted(nl(sizeClass.to())),
                        "fewer than %s residents".formatted(en(sizeClass.to())));
            }
            return new Text(
                    "%s tot %s inwoners".formatted(nl(sizeClass.from()), nl(sizeClass.to())),
                    "%s to %s residents".formatted(en(sizeClass.from()), en(sizeClass.to())));
        }

        private static String nl(int residents) {
            return (residents / 1000) + ".000";
        }

        private static String en(int residents) {
            return (residents / 1000) + ",000";
        }
    }

    /** @param why the missing code, or {@code zero} */
    public record UnplacedView(String municipality, String why) {}

    /** @param description absent where nobody says what they have in common @param source who says that they belong together */
    public record NamedView(String id, String name, String description, String source) {

        static NamedView of(NamedGroup group, Language language) {
            return new NamedView(
                    group.id(),
                    group.name().in(language),
                    group.description() == null ? null : group.description().in(language),
                    group.source());
        }
    }

    /** What tells a file of this group from those of others; nothing for a round. */
    public static String inName(Group group) {
        if (group.named() != null) {
            return inName(group.named().group().id());
        }
        Group.BySize bySize = group.bySize();
        if (bySize == null) {
            return "";
        }
        return bySize.of() == null
                ? "-" + bySize.sizeClass().id()
                : "-%d-peers-of-%s".formatted(group.size() - 1, bySize.of());
    }

    /** The same of a named group, by its id. */
    public static String inName(String named) {
        return "-group-" + named;
    }

    public static GroupView of(Group group, Language language) {
        Group.BySize bySize = group.bySize();
        if (bySize == null) {
            Group.Named named = group.named();
            return new GroupView(
                    group.kind(),
                    group.size(),
                    group.members(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    named == null ? null : NamedView.of(named.group(), language),
                    named == null ? null : named.without());
        }
        return new GroupView(
                group.kind(),
                group.size(),
                group.members(),
                bySize.of(),
                bySize.sizeClass() == null ? null : SizeClassView.of(bySize.sizeClass(), language),
                bySize.chosen(),
                bySize.uncertain(),
                bySize.without().stream()
                        .map(each -> new UnplacedView(
                                each.municipality(), each.lack().why()))
                        .toList(),
                null,
                null);
    }
}
