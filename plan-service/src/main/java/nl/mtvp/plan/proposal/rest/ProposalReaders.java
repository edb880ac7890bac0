package nl.mtvp.plan.proposal.rest;

import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.plan.proposal.ProposalUseCases.Readers;

/** Who reads which proposals: what was forwarded is for every insurer and the national desk, the rest for its parties. */
final class ProposalReaders {

    private ProposalReaders() {}

    static Readers of(Caller caller) {
        var visibility = caller.visibility();
        return new Readers(
                visibility,
                caller.has(Roles.NATIONAL_DESK) || !visibility.insurers().isEmpty());
    }
}
