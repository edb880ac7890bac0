package nl.mtvp.contract.offer.domain;

import java.util.List;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** Something that an offer needs is not there (yet): a registration, an admission, a regioplan, room (D24, D29). */
public class OfferNotPossible extends DomainFailure {

    public OfferNotPossible(List<Fault> missing) {
        super(
                Kind.CONFLICT,
                "offer-not-possible",
                missing.stream().map(Fault::detail).collect(Collectors.joining("; ")),
                missing);
    }
}
