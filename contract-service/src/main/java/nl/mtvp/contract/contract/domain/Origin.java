package nl.mtvp.contract.contract.domain;

import java.util.UUID;

/** Where a contract comes from. */
public record Origin(OriginKind kind, UUID id) {

    /** The ways in which a contract comes about. */
    public enum OriginKind {
        /** The practice accepted an offer (D26). */
        OFFER,
        /** An earlier agreement was recorded (administratief contract, D25). */
        ADMINISTRATIVE,
        /** An insurer followed a preferent one (D30). */
        FOLLOWING
    }

    public Origin {
        Present.all(kind, id);
    }
}
