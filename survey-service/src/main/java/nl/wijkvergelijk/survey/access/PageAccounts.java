package nl.wijkvergelijk.survey.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may sign in on the pages: the demo accounts, or whoever the identity provider knows. Where there is neither the pages say that signing in is not set up. */
@ApplicationScoped
public class PageAccounts {

    /** The page that leads to the identity provider's own form, and that it leads back to. */
    public static final String PROVIDER = "/sign-in/provider";

    private static final String NONE = "-";

    private final DemoAccounts demo;
    private final IdentityProvider provider;

    PageAccounts(DemoAccounts demo, IdentityProvider provider) {
        this.demo = demo;
        this.provider = provider;
    }

    /** Whether there are any. */
    public boolean areThere() {
        return demo.areThere() || areElsewhere();
    }

    /** Whether the identity provider signs people in, and not a form of ours. */
    public boolean areElsewhere() {
        return provider.isThere();
    }

    /** Who this is; empty when name and password do not belong together. */
    public Optional<SecurityIdentity> identity(String name, String password) {
        return demo.identity(name, password);
    }

    /** The names, contacts first, for the form that says what there is to try out with. */
    public List<String> names() {
        return demo.areThere() ? demo.names() : List.of();
    }

    /** What a session keeps of somebody: of a demo account its name, of others what their token said. */
    public String kept(Actor actor) {
        return demo.areThere()
                ? actor.account()
                : String.join(
                        " ",
                        actor.role().code(),
                        actor.municipalities().isEmpty() ? NONE : String.join(",", actor.municipalities()),
                        actor.account());
    }

    /** Who that is now; empty when there is no such account any more. */
    public Optional<SecurityIdentity> of(String kept) {
        if (!areElsewhere()) {
            return demo.named(kept);
        }
        String[] parts = kept.split(" ", 3);
        return parts.length < 3
                ? Optional.empty()
                : Stream.of(Role.values())
                        .filter(role -> role.code().equals(parts[0]))
                        .map(role -> Actors.identity(new Actor(parts[2], role, codes(parts[1]))))
                        .findFirst();
    }

    private static Set<String> codes(String kept) {
        return kept.equals(NONE) ? Set.of() : new LinkedHashSet<>(Arrays.asList(kept.split(",")));
    }
}
