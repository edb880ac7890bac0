package nl.mtvp.contract.party.domain;

/** The schemes that an insurer may have for the time that practices spend (D31). */
public enum Scheme {
    /** Meer Tijd Voor de Patiënt. */
    MTVP("the insurer offers practices MTVP contracts"),
    /** A surcharge by the weight of care. */
    ZORGZWAARTE("the insurer pays by the weight of care (zorgzwaarte) and makes no MTVP offers (D31)");

    private final String meaning;

    Scheme(String meaning) {
        this.meaning = meaning;
    }

    /** What it means for a practice. */
    public String meaning() {
        return meaning;
    }
}
