package nl.mtvp.contract.eligibility.domain;

/** The grounds on which a practice gets no contract (D23). */
public enum Exclusion {
    BANKRUPTCY("bankruptcy is declared or applied for"),
    MORATORIUM("a moratorium on payments is in force or applied for"),
    LIQUIDATION("it is in liquidation or ceased its work"),
    UNPAID_TAXES("taxes or social contributions are unpaid"),
    FALSE_STATEMENTS("it made false statements or withheld what it had to state"),
    INTEGRITY_FINDING("there is a finding against its integrity");

    private final String meaning;

    Exclusion(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
