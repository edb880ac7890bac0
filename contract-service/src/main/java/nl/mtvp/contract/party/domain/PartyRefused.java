package nl.mtvp.contract.party.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;

/** Why an insurer, a label or a scheme is not registered (D22, D31). */
public final class PartyRefused extends DomainFailure {

    private PartyRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    /** What ends on or before a day cannot be ended on that day. */
    public static PartyRefused endsAlready(LocalDate until) {
        return new PartyRefused("ends-already", "it ends on " + until + " already, and an end only moves forward");
    }

    /** The insurer has no label or scheme with this id. */
    public static NotFound insurerFactNotFound(UUID id) {
        return new NotFound("insurer-fact-not-found", "the insurer has no label or scheme " + id);
    }

    /** An insurer is registered once (D22). */
    public static PartyRefused insurerRegistered(Uzovi uzovi) {
        return new PartyRefused(
                "insurer-registered",
                "insurer " + uzovi + " is registered already (D22); read it at /insurers/" + uzovi);
    }

    /** A label belongs to one insurer on any day (D22). */
    public static PartyRefused labelTaken(Uzovi label) {
        return new PartyRefused(
                "label-taken",
                "label " + label + " belongs to an insurer on some of these days already; end that first (D22)");
    }

    /** No such insurer or practice is registered here (D22). */
    public static NotFound notFound(String party) {
        return new NotFound("party-not-found", party + " is not registered here (D22)");
    }

    /** An insurer has one scheme on any day (D31). */
    public static PartyRefused schemeStands(Uzovi uzovi) {
        return new PartyRefused(
                "scheme-stands",
                "insurer " + uzovi + " has a scheme on some of these days already; end that first (D31)");
    }
}
