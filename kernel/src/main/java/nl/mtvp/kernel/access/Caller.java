package nl.mtvp.kernel.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Texts;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, read from the token: {@code sub}, {@code azp}, roles, and the parties in {@code uzovi}, {@code agb} and
 * {@code rho}. A claim that is missing gives nothing; only an auditor's {@code *} and a service see everything.
 */
@RequestScoped
public class Caller {

    static final String PERSON_CLAIM = "person";

    private static final int NAME_MAX = 200;

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor actor() {
        var token = token();
        return new Actor(token.getSubject(), token.getClaim("azp"));
    }

    /** What the token calls who calls; empty when it tells no name, or none that can be shown. */
    public Optional<String> name() {
        return Stream.of("name", "preferred_username")
                .map(claim -> token().<Object>getClaim(claim))
                .flatMap(claim -> claim instanceof String name ? Stream.of(name.strip()) : Stream.empty())
                .filter(name -> !Texts.isBlank(name)
                        && name.length() <= NAME_MAX
                        && name.lines().count() == 1)
                .filter(name -> Texts.fault(name).isEmpty())
                .findFirst();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    public boolean isNobody() {
        return identity.isAnonymous();
    }

    /** Whether the caller has a role, and somebody for whom it may act in it, if it is one that acts for somebody. */
    public boolean actsAs(String role) {
        return has(role) && claims().allow(role);
    }

    /** Whose rows the caller may see, over all roles it has. */
    public Visibility visibility() {
        if (has(Roles.SERVICE) || has(Roles.AUDITOR) && claims().allInsurers()) {
            return Visibility.EVERYTHING;
        }
        boolean insurer = has(Roles.INSURER) || has(Roles.INSURER_APPROVER) || has(Roles.AUDITOR);
        boolean practice = has(Roles.PRACTICE) || has(Roles.SIGNATORY);
        return new Visibility(
                false,
                insurer ? claims().insurers() : Set.of(),
                practice ? claims().practices() : Set.of(),
                has(Roles.RHO) ? claims().rhos() : Set.of());
    }

    /** @throws NotYours unless the token speaks for this insurer */
    public void actFor(Uzovi insurer) {
        if (!(has(Roles.INSURER) || has(Roles.INSURER_APPROVER))
                || !claims().insurers().contains(insurer)) {
            throw new NotYours("insurer " + insurer, "insurers " + new TreeSet<>(claims().insurers()));
        }
    }

    /** @throws NotYours unless the token speaks for this practice */
    public void actFor(Agb practice) {
        if (!(has(Roles.PRACTICE) || has(Roles.SIGNATORY))
                || !claims().practices().contains(practice)) {
            throw new NotYours("practice " + practice, "practices " + new TreeSet<>(claims().practices()));
        }
    }

    /** @throws NotYours unless the token speaks for this regional organisation */
    public void actForRho(String rho) {
        if (!has(Roles.RHO) || !claims().rhos().contains(rho)) {
            throw new NotYours("RHO " + rho, "RHOs " + new TreeSet<>(claims().rhos()));
        }
    }

    /**
     * The person who calls.
     *
     * @throws PersonNeeded if a system does (no authorization-code login)
     */
    public Actor person() {
        if (!"true".equals(String.valueOf(token().<Object>getClaim(PERSON_CLAIM)))) {
            throw new PersonNeeded();
        }
        return actor();
    }

    private Claims claims() {
        return new Claims(token());
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("asked who calls where nobody has to log in");
    }
}
