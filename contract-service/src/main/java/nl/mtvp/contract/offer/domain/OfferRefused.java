package nl.mtvp.contract.offer.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;

/** Why an offer is not made or answered (D24, D25, D26). */
public final class OfferRefused extends DomainFailure {

    private OfferRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    /** An acceptance that does not affirm all three conditions is none (D26). */
    public static OfferRefused minimumHurdleNotTaken(List<Fault> missing) {
        return new OfferRefused(
                Kind.REJECTED,
                "minimum-hurdle-not-taken",
                "the practice affirms each of the three conditions of the minimum hurdle by itself (D26); not affirmed: "
                        + missing.size(),
                missing);
    }

    /** No offer with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("offer-not-found", "there is no offer " + id + " for you");
    }

    /** Something that an offer needs is not there (yet): a registration, an admission, a regioplan, room (D24, D29). */
    public static OfferRefused notPossible(List<Fault> missing) {
        return new OfferRefused(
                Kind.CONFLICT,
                "offer-not-possible",
                missing.stream().map(Fault::detail).collect(Collectors.joining("; ")),
                missing);
    }

    /** The offer is not in a state in which this could be done with it (D25). */
    static OfferRefused notOpen(OfferState state) {
        return notApplicable(
                "offer-not-open",
                "the offer is " + state
                        + ", and only while it is PROPOSED this can be done with it (D25); make a new offer if the pair"
                        + " has no contract");
    }

    /** This does not fit what we know of the offer; of what the portal says, a person has to look (D25, D36). */
    public static OfferRefused notApplicable(String code, String detail) {
        return new OfferRefused(Kind.CONFLICT, code, detail, List.of());
    }
}
