package nl.mtvp.plan.proposal.rest;

import jakarta.validation.constraints.Size;

/** That the insurer brings a proposal to the national desk, with its comment if it has one. */
public record ForwardingRequest(@Size(max = 4_000) String comment) {}
