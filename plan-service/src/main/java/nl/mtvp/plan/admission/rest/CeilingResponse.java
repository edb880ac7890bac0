package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.admission.domain.NationalCeiling;

/** How much may have started from a quarter on, and how many ION were admitted over all regions. */
@JsonPropertyOrder({"fromQuarter", "percent", "nationalIon", "admittedIon"})
public record CeilingResponse(@JsonUnwrapped NationalCeiling ceiling) {}
