package nl.mtvp.contract.offer.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import nl.mtvp.contract.contract.domain.Present;

/**
 * What a step does to an offer: it leads to a state, it changes nothing, or it is refused.
 *
 * @param end when and how the offer ends with it; empty while it stays open
 * @param refusal why the step cannot be taken
 */
public record Turn(Optional<OfferState> next, Optional<End> end, Optional<Refusal> refusal) {

    /** When an offer ended, and what brought it there. */
    @Embeddable
    public record End(Instant at, @Enumerated(EnumType.STRING) Through through) {

        public End {
            Present.all(at, through);
        }
    }

    /** @param code stable, kebab-case */
    public record Refusal(String code, String detail) {}

    static Turn waitingAs(OfferState state) {
        return new Turn(Optional.of(state), Optional.empty(), Optional.empty());
    }

    static Turn endedAs(OfferState state, Instant at, Through through) {
        return new Turn(Optional.of(state), Optional.of(new End(at, through)), Optional.empty());
    }

    static Turn nothingNew() {
        return new Turn(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Turn refused(String code, String detail) {
        return new Turn(Optional.empty(), Optional.empty(), Optional.of(new Refusal(code, detail)));
    }
}
