package nl.mtvp.payment.ion.domain;

/** Why a line of a delivery does not count (D38, D39). */
public enum LineCode {
    MALFORMED("the line is not pseudonym (UUID), AGB (8 digits), date (YYYY-MM-DD), parted by commas"),
    POSSIBLE_BSN(
            "there is a number that may be a BSN, which is never sent to us; let ION's pseudonymiser make the pseudonym"),
    UNKNOWN_AGB_KIND("the AGB's first two digits are neither 01 (huisarts) nor 37 (gezondheidscentrum)"),
    REGISTERED_AFTER_PEILDATUM("the patient was registered after the peildatum"),
    DUPLICATE("the patient stands in the file for this practice already, and counts once"),
    REFUSED_366("the patient was registered later with another practice, and counts there (366)"),
    UNDECIDED("the patient was registered on the same day with another practice, and counts with neither");

    private final String sentence;

    LineCode(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
