package nl.mtvp.contract.eligibility.domain;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/** What became of one line of an import (D23). */
public record Imported(Agb agb, StatementOutcome outcome, List<Fault> errors) {

    /** The outcomes of a line. */
    public enum StatementOutcome {
        STATED,
        /** It was stated so before. */
        UNCHANGED,
        REFUSED
    }

    public Imported {
        errors = List.copyOf(errors);
    }
}
