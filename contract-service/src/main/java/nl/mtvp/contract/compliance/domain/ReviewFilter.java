package nl.mtvp.contract.compliance.domain;

import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;

/** Which reviews somebody asks for; what is null does not narrow. */
public record ReviewFilter(Uzovi uzovi, Integer year, ReviewState state, UUID contractId, UUID sampleId) {}
