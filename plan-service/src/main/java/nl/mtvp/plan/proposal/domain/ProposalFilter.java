package nl.mtvp.plan.proposal.domain;

import nl.mtvp.kernel.identity.Agb;

/** Which proposals to look for. Each may be null. */
public record ProposalFilter(ProposalState state, Agb agb, String rho) {}
