package nl.mtvp.plan.proposal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * The national desk's word on a forwarded proposal, with its reasons (D2).
 *
 * @param entry how it joins the catalogue when it is accepted, else null
 */
public record Decision(
        ProposalState outcome, String reasons, Entry entry, LocalDate decidedOn, String decidedBy, Instant decidedAt) {

    public Decision {
        Objects.requireNonNull(reasons, "reasons");
        Objects.requireNonNull(decidedOn, "decidedOn");
        Objects.requireNonNull(decidedBy, "decidedBy");
        Objects.requireNonNull(decidedAt, "decidedAt");
        if (!ProposalState.FORWARDED.allows(outcome)) {
            throw new IllegalArgumentException("the desk accepts or rejects");
        }
    }

    /** @throws InvalidInput unless it says how the proposal joins the catalogue exactly when it is accepted */
    void requireConsistent(Kernelement kernelement) {
        if ((outcome == ProposalState.ACCEPTED) == (entry == null)) {
            throw new InvalidInput(Fault.inBody(
                    "/entry",
                    "entry-goes-with-acceptance",
                    "D2: what is accepted has an entry in the catalogue (code, nameEn, usableFrom), and nothing else"));
        }
        var faults = entry == null ? List.<Fault>of() : entry.faults(kernelement, decidedOn);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
