package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.regioplan.domain.Regioplan;

/** A regioplan; what it says stands in its versions. */
@JsonPropertyOrder({"id", "rho", "title", "regions"})
public record RegioplanResponse(@JsonUnwrapped Regioplan plan) {}
