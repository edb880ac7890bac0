package nl.mtvp.plan.catalogue.domain;

/** The four core elements of the leidraad, under which each intervention falls (D1). */
public enum Kernelement {
    ANDERS_WERKEN,
    SAMENWERKEN_NETWERK,
    UITBREIDING_CAPACITEIT,
    GOEDE_GESPREK
}
