package nl.mtvp.contract.administrative.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Basis.Regioplan;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.identity.Kvk;

/**
 * What the recording of an earlier agreement freezes (D25, D27): its canonical JSON is hashed. It has no affirmations,
 * since nobody accepted anything here. Its property names are part of the evidence.
 */
public record RecordDocument(
        UUID contractId,
        Origin origin,
        Agreement agreement,
        Kvk kvk,
        Regioplan regioplan,
        Signature proposed,
        Signature approved,
        Instant recordedAt) {}
