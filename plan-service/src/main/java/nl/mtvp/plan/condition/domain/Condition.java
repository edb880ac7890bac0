package nl.mtvp.plan.condition.domain;

/** What an insurer may ask of an RHO (D5; the annex of CZ's policy). */
public enum Condition {
    /** It is a legal person in the Dutch trade register. */
    LEGAL_PERSON,
    /** The practices of its regions have 100,000 ION together. */
    ION_100000,
    /** At least 80 % of the GPs of each of its regions gave it a mandate. */
    GP_MANDATE,
    /** It has cooperation agreements with hospitals, mental health care, municipalities and others. */
    COOPERATION_AGREEMENTS
}
