package nl.mtvp.plan.praktijkplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion.VersionLine;

/** A version of a praktijkplan in a list. */
@JsonPropertyOrder({"number", "year", "state", "createdAt", "submittedAt"})
@MayBeNull("submittedAt")
public record VersionLineResponse(@JsonUnwrapped VersionLine version) {}
