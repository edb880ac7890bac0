package nl.mtvp.kernel.access;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** For whom a token speaks. What is not written as a code is nobody. */
record Claims(JsonWebToken token) {

    private static final String ALL = "*";

    Set<Uzovi> insurers() {
        return values("uzovi").stream()
                .filter(code -> code.matches(Uzovi.FORM))
                .map(Uzovi::new)
                .collect(Collectors.toSet());
    }

    boolean allInsurers() {
        return values("uzovi").contains(ALL);
    }

    Set<Agb> practices() {
        return values("agb").stream()
                .filter(code -> code.matches(Agb.FORM))
                .map(Agb::new)
                .collect(Collectors.toSet());
    }

    Set<String> rhos() {
        return values("rho").stream().filter(rho -> !rho.isBlank()).collect(Collectors.toSet());
    }

    /** Whether a role has somebody to speak for, if it speaks for somebody. */
    boolean allow(String role) {
        return switch (role) {
            case Roles.INSURER, Roles.INSURER_APPROVER -> !insurers().isEmpty();
            case Roles.AUDITOR -> allInsurers() || !insurers().isEmpty();
            case Roles.PRACTICE, Roles.SIGNATORY -> !practices().isEmpty();
            case Roles.RHO -> !rhos().isEmpty();
            default -> true;
        };
    }

    /** A claim that may be a list or a single value, as a list of strings. */
    private List<String> values(String name) {
        Object claim = token.getClaim(name);
        var values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value))
                .toList();
    }
}
