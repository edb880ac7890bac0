package nl.mtvp.plan.praktijkplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;

/** A praktijkplan; what it says stands in its versions, of which {@code inForce} names those that count, by year. */
@JsonPropertyOrder({"id", "agb", "region", "rho", "inForce"})
public record PraktijkplanResponse(@JsonUnwrapped Praktijkplan plan) {}
