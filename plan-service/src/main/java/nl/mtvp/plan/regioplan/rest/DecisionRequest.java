package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Verdict;

/** An insurer's decision, about the content with this hash. */
public record DecisionRequest(
        @NotNull Uzovi uzovi,
        @NotNull Verdict decision,
        @NotNull @Pattern(regexp = HASH, message = HASH_RULE) String contentHash,
        @Size(max = 4_000) String comment)
        implements Foreseen {

    static final String HASH = "[0-9a-f]{64}";
    static final String HASH_RULE = "a SHA-256 digest has 64 lower-case hexadecimal digits";

    @Override
    public List<Fault> foreseen(Instant now) {
        return Decision.faults(decision, comment);
    }
}
