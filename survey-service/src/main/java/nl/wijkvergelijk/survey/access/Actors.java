package nl.wijkvergelijk.survey.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
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
        for (Role role : Role.values()) {
            if (!identity.isAnonymous() && identity.hasRole(role.code())) {
                Set<String> municipalities = identity.getAttribute(MUNICIPALITIES);
                return Optional.of(new Actor(
                        identity.getPrincipal().getName(), role, municipalities == null ? Set.of() : municipalities));
            }
        }
        return Optional.empty();
    }

    /** Who is signed in, where the access table lets nobody else through. */
    public Actor current() {
        return signedIn().orElseThrow(UnauthorizedException::new);
    }
}
