package nl.mtvp.payment.entitlement.domain;

/** Whose part of an amount it is (D42). */
public enum Component {
    PRACTICE,
    RHO
}
