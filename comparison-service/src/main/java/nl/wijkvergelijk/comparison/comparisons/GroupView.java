package nl.wijkvergelijk.comparison.comparisons;

import java.util.List;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.SizeClass;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** A {@link Group} as JSON; a round has its first three members only. */
public record GroupView(
        String kind,
        int size,
        List<String> members,
        String peersOf,
        SizeClassView sizeClass,
        List<Group.Sized> chosen,
        List<Group.Sized> uncertain,
        List<UnplacedView> withoutResidents) {

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

    /** What tells a file of this group from those of others; nothing for a round. */
    static String inName(Group group) {
        Group.BySize bySize = group.bySize();
        if (bySize == null) {
            return "";
        }
        return bySize.of() == null
                ? "-" + bySize.sizeClass().id()
                : "-%d-peers-of-%s".formatted(group.size() - 1, bySize.of());
    }

    static GroupView of(Group group, Language language) {
        Group.BySize bySize = group.bySize();
        if (bySize == null) {
            return new GroupView(group.kind(), group.size(), group.members(), null, null, null, null, null);
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
                        .toList());
    }
}
