package nl.mtvp.payment.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.db.FactsRepository;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate;
import nl.mtvp.payment.entitlement.domain.ConsideredClawback;
import nl.mtvp.payment.entitlement.domain.ContractNotFound;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.fact.db.FactClock;
import org.threeten.extra.YearQuarter;

/** Tells what a clawback would take before it is decided (D34). Nothing is recorded but the moment of the answer. */
@ApplicationScoped
public class EstimateUseCases {

    private final FactsRepository facts;
    private final FactClock factClock;
    private final Clock clock;

    EstimateUseCases(FactsRepository facts, FactClock factClock, Clock clock) {
        this.facts = facts;
        this.factClock = factClock;
        this.clock = clock;
    }

    /**
     * An estimate from everything known at a moment.
     *
     * @param considered the clawback that is weighed
     */
    public record Estimated(
            UUID contractId, Uzovi uzovi, ConsideredClawback considered, ClawbackEstimate estimate, Instant knownAt) {}

    /** @throws ContractNotFound if the contract is not there for who asks */
    @Transactional
    public Estimated estimate(UUID contractId, ConsideredClawback considered, Visibility visibility) {
        var uzovi = facts.insurerOf(contractId, visibility).orElseThrow(() -> new ContractNotFound(contractId));
        var knownAt = factClock.moment(uzovi, clock.instant());
        var quarter = YearQuarter.from(LocalDate.now(clock));
        var quarters = facts.of(contractId, quarter, knownAt).stream()
                .map(ContractQuarter::facts)
                .toList();
        return new Estimated(contractId, uzovi, considered, ClawbackEstimate.of(quarters, considered), knownAt);
    }
}
