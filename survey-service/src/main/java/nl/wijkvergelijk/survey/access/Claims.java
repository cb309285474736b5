package nl.wijkvergelijk.survey.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Reads from a judged token whose responses its bearer may touch. Without the claim {@code municipalities} that is nobody's; a claim that is anything else
 * than at most 400 CBS codes in an array, or a name that cannot stand in a history, makes the whole token worthless (401), since guessing might open too much.
 */
@ApplicationScoped
class Claims implements SecurityIdentityAugmentor {

    private static final Logger LOG = Logger.getLogger(Claims.class);
    private static final Pattern CODE = Pattern.compile("GM[0-9]{4}");

    /** What stands for somebody who was erased; nobody else is called so. */
    private static final Pattern STAND_IN = Pattern.compile("erased-[0-9]+");

    /** The country has some 340. */
    private static final int MOST = 400;

    private static final int LONGEST_NAME = 200;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        Optional<Set<String>> municipalities = municipalities(token.getClaim(Actors.MUNICIPALITIES));
        if (municipalities.isEmpty() || !isName(token.getName())) {
            LOG.warn("a token was refused: its claim municipalities is no array of CBS codes, or it names nobody");
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(Actors.MUNICIPALITIES, municipalities.get())
                        .build());
    }

    /** The codes of a claim; empty when it is malformed. */
    static Optional<Set<String>> municipalities(Object claim) {
        if (claim == null) {
            return Optional.of(Set.of());
        }
        if (!(claim instanceof Collection<?> values) || values.size() > MOST) {
            return Optional.empty();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Object value : values) {
            String code = value instanceof JsonString text ? text.getString() : String.valueOf(value);
            if (!CODE.matcher(code).matches()) {
                return Optional.empty();
            }
            codes.add(code);
        }
        return Optional.of(codes);
    }

    private static boolean isName(String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= LONGEST_NAME
                && !STAND_IN.matcher(name).matches()
                && name.chars().noneMatch(Character::isISOControl);
    }
}
