package nl.mtvp.plan.catalogue.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.catalogue.domain.Intervention;

/** An intervention of the catalogue (D1). */
@JsonPropertyOrder({"code", "kernelement", "nameNl", "nameEn", "usableFrom"})
public record InterventionResponse(@JsonUnwrapped Intervention intervention) {}
