package nl.mtvp.contract.ending.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** An end is told, and taken back, by the side whose it is (D35). */
public final class OtherSidesEnding extends DomainFailure {

    private OtherSidesEnding(String message) {
        super(Kind.FORBIDDEN, "other-sides-ending", message);
    }

    static OtherSidesEnding of(EndingKind kind) {
        return new OtherSidesEnding(
                kind == EndingKind.NOTICE
                        ? "notice is given by a signatory of the practice (D35)"
                        : "an end date is recorded by the insurer (D35)");
    }

    static OtherSidesEnding toWithdraw() {
        return new OtherSidesEnding(
                "who told an end withdraws it: this one is the other side's, or part of a merger (D35)");
    }
}
