package nl.mtvp.kernel.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, read from the token: {@code sub}, {@code azp}, roles, and the parties in {@code uzovi}, {@code agb} and
 * {@code rho}. A claim that is missing gives nothing; only an auditor's {@code *} and a service see everything.
 */
@RequestScoped
public class Caller {

    static final String PERSON_CLAIM = "person";

    private static final String ALL = "*";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor actor() {
        var token = token();
        return new Actor(token.getSubject(), token.getClaim("azp"));
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whose rows the caller may see, over all roles it has. */
    public Visibility visibility() {
        if (has(Roles.SERVICE) || has(Roles.AUDITOR) && claim("uzovi").contains(ALL)) {
            return Visibility.EVERYTHING;
        }
        boolean insurer = has(Roles.INSURER) || has(Roles.INSURER_APPROVER) || has(Roles.AUDITOR);
        boolean practice = has(Roles.PRACTICE) || has(Roles.SIGNATORY);
        return new Visibility(
                false,
                insurer ? insurers() : Set.of(),
                practice ? practices() : Set.of(),
                has(Roles.RHO) ? new HashSet<>(claim("rho")) : Set.of());
    }

    /** @throws NotYours unless the token speaks for this insurer */
    public void actFor(Uzovi insurer) {
        if (!(has(Roles.INSURER) || has(Roles.INSURER_APPROVER)) || !insurers().contains(insurer)) {
            throw new NotYours("insurer " + insurer, "insurers " + new TreeSet<>(insurers()));
        }
    }

    /** @throws NotYours unless the token speaks for this practice */
    public void actFor(Agb practice) {
        if (!(has(Roles.PRACTICE) || has(Roles.SIGNATORY)) || !practices().contains(practice)) {
            throw new NotYours("practice " + practice, "practices " + new TreeSet<>(practices()));
        }
    }

    /** @throws NotYours unless the token speaks for this regional organisation */
    public void actForRho(String rho) {
        if (!has(Roles.RHO) || !claim("rho").contains(rho)) {
            throw new NotYours("RHO " + rho, "RHOs " + claim("rho"));
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

    private Set<Uzovi> insurers() {
        return claim("uzovi").stream()
                .filter(code -> code.matches(Uzovi.FORM))
                .map(Uzovi::new)
                .collect(Collectors.toSet());
    }

    private Set<Agb> practices() {
        return claim("agb").stream()
                .filter(code -> code.matches(Agb.FORM))
                .map(Agb::new)
                .collect(Collectors.toSet());
    }

    /** A claim that may be a list or a single value, as a list of strings. */
    private List<String> claim(String name) {
        Object claim = token().getClaim(name);
        var values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value))
                .toList();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("asked who calls where nobody has to log in");
    }
}
