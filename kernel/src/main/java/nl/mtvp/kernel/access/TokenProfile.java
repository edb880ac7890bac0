package nl.mtvp.kernel.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Holds tokens to the Dutch OAuth profile: {@code iss}, {@code azp}, {@code exp} and {@code jti} must be there, and
 * {@code sub}, since four eyes compares it. A token that misses one is no token (401).
 */
@ApplicationScoped
class TokenProfile implements SecurityIdentityAugmentor {

    private static final List<String> CLAIMS = List.of("iss", "sub", "azp", "exp", "jti");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var missing = CLAIMS.stream()
                    .filter(claim -> token.getClaim(claim) == null
                            || token.getClaim(claim).toString().isBlank())
                    .toList();
            if (!missing.isEmpty()) {
                return Uni.createFrom()
                        .failure(new AuthenticationFailedException("the token misses the claims " + missing));
            }
        }
        return Uni.createFrom().item(identity);
    }
}
