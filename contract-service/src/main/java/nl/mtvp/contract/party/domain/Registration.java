package nl.mtvp.contract.party.domain;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/** What became of one practice that was to be registered. */
public record Registration(Agb agb, RegistrationOutcome outcome, List<Fault> errors) {

    /** The outcomes of a registration. */
    public enum RegistrationOutcome {
        REGISTERED,
        /** It was registered before, with the same facts. */
        UNCHANGED,
        /** It was registered before, with other facts, which stay. */
        REFUSED
    }

    public Registration {
        errors = List.copyOf(errors);
    }

    /** Judges a practice against what is on record after the attempt. */
    public static Registration of(Practice stated, Practice onRecord, boolean added) {
        if (!stated.equals(onRecord)) {
            return new Registration(
                    stated.agb(),
                    RegistrationOutcome.REFUSED,
                    List.of(Fault.inState(
                            "practice " + stated.agb(),
                            "registered-differently",
                            "this practice or its enterprise is on record with another name or KvK number (D22)")));
        }
        return new Registration(
                stated.agb(), added ? RegistrationOutcome.REGISTERED : RegistrationOutcome.UNCHANGED, List.of());
    }
}
