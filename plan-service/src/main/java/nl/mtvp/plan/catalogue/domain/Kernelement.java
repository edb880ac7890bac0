package nl.mtvp.plan.catalogue.domain;

/** The four core elements of the leidraad, under which each intervention falls (D1). */
public enum Kernelement {
    ANDERS_WERKEN("AW-"),
    SAMENWERKEN_NETWERK("SN-"),
    UITBREIDING_CAPACITEIT("UC-"),
    GOEDE_GESPREK("GG-");

    private final String codePrefix;

    Kernelement(String codePrefix) {
        this.codePrefix = codePrefix;
    }

    /** What the codes of its interventions begin with. */
    public String codePrefix() {
        return codePrefix;
    }
}
