package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.regioplan.domain.ListedVersion;

/** A version in a list over regioplannen; what has not come yet is null. */
@JsonPropertyOrder({
    "regioplanId",
    "number",
    "rho",
    "regions",
    "title",
    "state",
    "origin",
    "contentHash",
    "createdAt",
    "submittedAt",
    "decisionDueOn",
    "decidedAt"
})
public record ListedVersionResponse(@JsonUnwrapped ListedVersion version) {}
