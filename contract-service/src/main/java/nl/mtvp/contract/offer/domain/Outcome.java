package nl.mtvp.contract.offer.domain;

import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * What became of a proposal: an offer, or everything that stands in its way.
 *
 * @param wrong with the proposal itself: it can never succeed
 * @param missing in the world: it could succeed later
 */
public record Outcome(Optional<Offer> offer, List<Fault> wrong, List<Fault> missing) {

    public static Outcome made(Offer offer) {
        return new Outcome(Optional.of(offer), List.of(), List.of());
    }

    public static Outcome impossible(List<Fault> wrong) {
        return new Outcome(Optional.empty(), List.copyOf(wrong), List.of());
    }

    public static Outcome notYet(List<Fault> missing) {
        return new Outcome(Optional.empty(), List.of(), List.copyOf(missing));
    }

    /**
     * @throws InvalidInput if the proposal can never succeed
     * @throws OfferRefused if it could succeed once something else changes
     */
    public Offer orRefuse() {
        InvalidInput.ifAny(wrong);
        return offer.orElseThrow(() -> OfferRefused.notPossible(missing));
    }
}
