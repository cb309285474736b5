package nl.wijkvergelijk.survey.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Knows who is behind the current request. */
@ApplicationScoped
public class Actors {

    /** The attribute of an identity that holds the codes of its municipalities. */
    static final String MUNICIPALITIES = "municipalities";

    private final SecurityIdentity identity;

    Actors(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is signed in. An account without any role of ours is nobody. */
    public Optional<Actor> signedIn() {
        return of(identity);
    }

    /** Who this is. An account without any role of ours is nobody; of several roles the first counts, contact before researcher before admin. */
    public static Optional<Actor> of(SecurityIdentity identity) {
        for (Role role : Role.values()) {
            if (!identity.isAnonymous() && identity.hasRole(role.code())) {
                Set<String> municipalities = identity.getAttribute(MUNICIPALITIES);
                return Optional.of(new Actor(
                        identity.getPrincipal().getName(), role, municipalities == null ? Set.of() : municipalities));
            }
        }
        return Optional.empty();
    }

    /** Whether nobody is: an account without any role of ours is somebody who may do nothing. */
    boolean isNobody() {
        return identity.isAnonymous();
    }

    /** Somebody as the framework knows people. */
    static SecurityIdentity identity(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.account()))
                .addRole(actor.role().code())
                .addAttribute(MUNICIPALITIES, actor.municipalities())
                .build();
    }

    /** Who is signed in, where the access table lets nobody else through. */
    public Actor current() {
        return signedIn().orElseThrow(UnauthorizedException::new);
    }
}
