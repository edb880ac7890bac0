package nl.mtvp.contract.eligibility.domain;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;

/** What became of one line of an import (D23). */
public record Imported(Outcome outcome, List<Fault> errors) {

    /** The outcomes of a line. */
    public enum Outcome {
        STATED,
        /** It was stated so before. */
        UNCHANGED,
        REFUSED
    }

    public static final Imported STATED = new Imported(Outcome.STATED, List.of());
    public static final Imported UNCHANGED = new Imported(Outcome.UNCHANGED, List.of());

    public Imported {
        errors = List.copyOf(errors);
    }

    public static Imported refused(List<Fault> errors) {
        return new Imported(Outcome.REFUSED, errors);
    }
}
