package nl.mtvp.contract.compliance.domain;

import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;

/** Which reviews somebody asks for; what is left away does not narrow. */
public record ReviewFilter(
        Optional<Uzovi> uzovi,
        Optional<Integer> year,
        Optional<ReviewState> state,
        Optional<UUID> contractId,
        Optional<UUID> sampleId) {}
