package nl.mtvp.plan.region.rest;

import nl.mtvp.kernel.identity.Uzovi;

/** An insurer that negotiates in a region. */
public record PreferentInsurerResponse(String region, Uzovi uzovi) {}
