package nl.mtvp.contract.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;

/**
 * What befell a contract since it was made, as far as it stands. What was signed never changes beside it; what is
 * allowed next, {@link ContractLife} says.
 *
 * @param stop the decision that ends it early (D34)
 * @param end how it ends otherwise (D35)
 * @param succession the last practice that took it over (D35)
 * @param annulment that both parties undid it (D28)
 */
public record Course(
        Optional<StopInForce> stop,
        Optional<EndOnRecord> end,
        Optional<SucceededBy> succession,
        Optional<Annulled> annulment) {

    /** Nothing happened to it. */
    public static final Course UNDISTURBED =
            new Course(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param stoppedFrom the first day on which the contract is not in force */
    @Embeddable
    public record StopInForce(UUID stopId, LocalDate stoppedFrom) {}

    /** @param endedFrom the first day on which the contract is not in force */
    @Embeddable
    public record EndOnRecord(UUID endId, LocalDate endedFrom) {}

    /** @param from the first day on which the new AGB holds the contract */
    public record SucceededBy(UUID successionId, Agb oldAgb, Agb newAgb, LocalDate from) {}

    /** The contract counts for no day any more, from the beginning. */
    @Embeddable
    public record Annulled(UUID annulmentId, @Column(name = "annulled_at") Instant at) {}

    public Course {
        Present.all(stop, end, succession, annulment);
    }

    /** The first day on which it is not in force any more: that of its stop or of its end, whichever is first. */
    public Optional<LocalDate> inForceUntil() {
        return Stream.concat(stop.map(StopInForce::stoppedFrom).stream(), end.map(EndOnRecord::endedFrom).stream())
                .min(LocalDate::compareTo);
    }
}
